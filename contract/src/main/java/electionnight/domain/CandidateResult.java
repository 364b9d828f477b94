package electionnight.domain;

import java.util.OptionalDouble;

/**
 * One candidate's line of a result.
 *
 * @param candidate the name on the ballot paper
 * @param party the party stood for
 * @param votes valid votes
 * @param share percent of all valid votes
 * @param shareChange percentage points since the baseline; empty where the party did not stand
 *     then, or has more than one candidate now, and of independents, who were others
 */
public record CandidateResult(
    String candidate, PartyCode party, int votes, double share, OptionalDouble shareChange) {}
