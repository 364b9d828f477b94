package electionnight.domain;

/**
 * The party of the member when the seat fell vacant, or at dissolution: the Press Association's
 * basis.
 *
 * @param party the party
 * @param why why it is not the winner at the baseline: {@code won the by-election of 15 February
 *     2024}; empty where it is
 * @param source who says so; empty where it follows from the baseline
 */
public record Sitting(PartyCode party, String why, String source) {}
