package electionnight.domain;

/**
 * Votes of the first minus votes of the second, always computed from the votes.
 *
 * @param first the winner's party
 * @param second the runner-up's party
 * @param votes the difference; 0 for a tie decided by lot
 * @param share the difference in percent of all valid votes
 */
public record Majority(PartyCode first, PartyCode second, int votes, double share) {}
