package electionnight.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The number of seats that is a majority of all, and who reached it.
 *
 * @param seats {@code floor(seats / 2) + 1}
 * @param crossed who reached it and with which seat; empty until then
 */
public record MajorityLine(int seats, Optional<Crossing> crossed) {

  /**
   * The declaration with which a party reached the line, in the order of the times of declaration,
   * ties by seat code; so it does not depend on the order of arrival.
   *
   * @param party the party
   * @param at when that seat was declared
   * @param seat the seat's code
   * @param name the seat's name
   * @param declared how many seats had been declared or rushed by then, this one included
   */
  public record Crossing(PartyCode party, Instant at, SeatId seat, String name, int declared) {}
}
