package electionnight.domain;

/**
 * The votes of one candidate of an earlier election, known by party only. A party may have several
 * rows in one seat, as independents often do: each is a candidate of their own.
 *
 * @param party the party stood for
 * @param votes valid votes
 */
public record PartyVotes(PartyCode party, int votes) {}
