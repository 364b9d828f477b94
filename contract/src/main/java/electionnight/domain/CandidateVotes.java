package electionnight.domain;

/**
 * The votes of one candidate, as read out.
 *
 * @param candidate the name on the ballot paper
 * @param party the party stood for
 * @param votes valid votes
 */
public record CandidateVotes(String candidate, PartyCode party, int votes) {}
