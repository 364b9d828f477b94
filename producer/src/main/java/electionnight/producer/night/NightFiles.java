package electionnight.producer.night;

import java.util.List;
import java.util.stream.Stream;

/** The files of a night's folder and their columns, as {@code docs/night-format.md} has them. */
final class NightFiles {
  static final String ELECTION = "election.csv";
  static final String PARTIES = "parties.csv";
  static final String SEATS = "seats.csv";
  static final String CANDIDATES = "candidates.csv";
  static final String BASELINE = "baseline.csv";
  static final String DECLARATIONS = "declarations.csv";
  static final String VOTES = "votes.csv";

  /** May be missing. */
  static final String CONFIRMATIONS = "confirmations.csv";

  static final String ATTRIBUTION = "ATTRIBUTION.txt";
  static final String README = "README.txt";

  static final List<String> ELECTION_COLUMNS = List.of("field", "value");
  static final List<String> PARTIES_COLUMNS =
      List.of("party", "name", "collective", "person", "colour");

  /** The columns of seats that every night has; a night of an earlier version has no others. */
  static final List<String> SEATS_NEEDED =
      List.of("seat", "name", "region", "nation", "electorate", "hex_q", "hex_r");

  static final List<String> SEATS_COLUMNS =
      with(SEATS_NEEDED, "sitting", "sitting_why", "sitting_source", "held_since");
  static final List<String> CANDIDATES_COLUMNS = List.of("seat", "candidate", "party");
  static final List<String> BASELINE_COLUMNS = List.of("seat", "party", "votes");

  /** The columns of declarations that every night has. */
  static final List<String> DECLARATIONS_NEEDED =
      List.of(
          "seat",
          "revision",
          "status",
          "declared_at",
          "source",
          "reason",
          "winner",
          "invalid_votes");

  static final List<String> DECLARATIONS_COLUMNS =
      with(DECLARATIONS_NEEDED, "party", "verified_ballots");
  static final List<String> VOTES_COLUMNS =
      List.of("seat", "revision", "candidate", "party", "votes");

  static final List<String> CONFIRMATIONS_COLUMNS =
      List.of("seat", "revision", "by", "reason", "at");

  private NightFiles() {}

  private static List<String> with(List<String> columns, String... more) {
    return Stream.concat(columns.stream(), Stream.of(more)).toList();
  }
}
