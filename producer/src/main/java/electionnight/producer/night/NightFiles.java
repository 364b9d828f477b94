package electionnight.producer.night;

import java.util.List;

/** The files of a night's folder and their columns, as {@code docs/night-format.md} has them. */
final class NightFiles {
  static final String ELECTION = "election.csv";
  static final String PARTIES = "parties.csv";
  static final String SEATS = "seats.csv";
  static final String CANDIDATES = "candidates.csv";
  static final String BASELINE = "baseline.csv";
  static final String DECLARATIONS = "declarations.csv";
  static final String VOTES = "votes.csv";
  static final String ATTRIBUTION = "ATTRIBUTION.txt";
  static final String README = "README.txt";

  static final List<String> ELECTION_COLUMNS = List.of("field", "value");
  static final List<String> PARTIES_COLUMNS =
      List.of("party", "name", "collective", "person", "colour");
  static final List<String> SEATS_COLUMNS =
      List.of("seat", "name", "region", "nation", "electorate", "hex_q", "hex_r");
  static final List<String> CANDIDATES_COLUMNS = List.of("seat", "candidate", "party");
  static final List<String> BASELINE_COLUMNS = List.of("seat", "party", "votes");
  static final List<String> DECLARATIONS_COLUMNS =
      List.of(
          "seat",
          "revision",
          "status",
          "declared_at",
          "source",
          "reason",
          "winner",
          "invalid_votes");
  static final List<String> VOTES_COLUMNS =
      List.of("seat", "revision", "candidate", "party", "votes");

  private NightFiles() {}
}
