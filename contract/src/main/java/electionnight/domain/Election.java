package electionnight.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a whole night has in common; the first record of every night.
 *
 * @param election its id
 * @param name as it is headed: {@code General election 2024}
 * @param contest the kind of contest
 * @param date polling day
 * @param zone the time zone in which the night's times are shown
 * @param basis against what gains and holds are counted
 * @param previous the election that the basis speaks of, as it reads in a sentence: {@code the
 *     general election of 12 December 2019}
 * @param closeOfPoll when the polls close; empty where not known
 * @param seats how many seats are contested; at least 1
 * @param mode live, replay or test
 * @param parties every party that stands or stood in the baseline; a declaration with another is
 *     rejected
 * @param recordBook the records of this kind of contest as they stood before polling day, so that a
 *     replay never measures a night against itself
 * @param rules the settings of the rules; empty for {@link Rules#STANDARD}
 * @param attribution where the figures come from and on which terms; may be empty
 */
public record Election(
    ElectionId election,
    String name,
    Contest contest,
    LocalDate date,
    ZoneId zone,
    Basis basis,
    String previous,
    Optional<Instant> closeOfPoll,
    int seats,
    Mode mode,
    List<Party> parties,
    RecordBook recordBook,
    Optional<Rules> rules,
    String attribution)
    implements Input {

  public Election {
    if (seats < 1) {
      throw new IllegalArgumentException("an election has at least 1 seat");
    }
    parties = List.copyOf(parties);
  }

  /**
   * The number of seats at which one party has a majority of all, {@code floor(seats / 2) + 1}; 326
   * of 650. Empty for by-elections, which elect no government.
   */
  public OptionalInt majorityLine() {
    return contest == Contest.GENERAL_ELECTION
        ? OptionalInt.of(seats / 2 + 1)
        : OptionalInt.empty();
  }

  /** The party of a code, or empty where this night knows no such party. */
  public Optional<Party> party(PartyCode code) {
    return parties.stream().filter(party -> party.party().equals(code)).findFirst();
  }
}
