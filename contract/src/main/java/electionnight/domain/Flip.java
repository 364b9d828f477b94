package electionnight.domain;

/**
 * Seats that passed from one party to another.
 *
 * @param from the party that held them
 * @param to the party that won them
 * @param seats how many; at least 1
 */
public record Flip(PartyCode from, PartyCode to, int seats) {}
