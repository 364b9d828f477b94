package electionnight.domain;

/**
 * A candidate nominated in a seat.
 *
 * @param candidate the name on the ballot paper
 * @param party the party stood for
 */
public record Candidate(String candidate, PartyCode party) {}
