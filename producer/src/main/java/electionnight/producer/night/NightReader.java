package electionnight.producer.night;

import electionnight.cli.UserError;
import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the files of one night, and holds them against each other. */
final class NightReader {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

  private record Revision(SeatId seat, int number) {}

  private final String place;
  private final Function<String, Optional<byte[]>> files;
  private final Set<PartyCode> parties = new HashSet<>();
  private final Set<SeatId> contested = new HashSet<>();

  /**
   * @param place how complaints name the folder
   * @param files the bytes of a file, or empty where there is none
   */
  NightReader(String place, Function<String, Optional<byte[]>> files) {
    this.place = place;
    this.files = files;
  }

  RecordedNight read() {
    ElectionFields fields =
        ElectionFields.of(
            name(NightFiles.ELECTION), rows(NightFiles.ELECTION, NightFiles.ELECTION_COLUMNS));
    List<Party> all = parties();
    List<Seat> seats = seats(fields.id(), fields.basis());
    Election election = fields.election(all, seats.size(), text(NightFiles.ATTRIBUTION).strip());
    return new RecordedNight(election, seats, declarations(fields.id()));
  }

  private List<Party> parties() {
    List<Party> all = new ArrayList<>();
    for (CsvRow row : rows(NightFiles.PARTIES, NightFiles.PARTIES_COLUMNS)) {
      PartyCode code = row.value("party", PartyCode::new, "a party code such as Lab");
      if (!parties.add(code)) {
        throw row.problem("party", "each party once");
      }
      all.add(
          new Party(
              code,
              row.required("name", "the party's name"),
              row.required("collective", "how a sentence speaks of the party"),
              row.value("person", NightReader::trueOrFalse, "true or false"),
              row.value("colour", NightReader::colour, "a colour such as #E4003B")));
    }
    return all;
  }

  private List<Seat> seats(ElectionId id, Basis basis) {
    List<CsvRow> rows = rows(NightFiles.SEATS, NightFiles.SEATS_COLUMNS);
    for (CsvRow row : rows) {
      if (!contested.add(seatId(row))) {
        throw row.problem("seat", "each seat once");
      }
    }
    Map<SeatId, List<Candidate>> candidates = candidates();
    Map<SeatId, List<PartyVotes>> baselines = baselines();
    return rows.stream()
        .map(
            row -> {
              SeatId seat = seatId(row);
              return new Seat(
                  id,
                  seat,
                  row.required("name", "the seat's name"),
                  row.text("region"),
                  row.text("nation"),
                  row.optionalCount("electorate").orElse(0),
                  hex(row),
                  candidates.getOrDefault(seat, List.of()),
                  Optional.ofNullable(baselines.get(seat))
                      .map(votes -> new Baseline(basis, votes)));
            })
        .sorted(Comparator.comparing(Seat::seat))
        .toList();
  }

  private static Optional<Hex> hex(CsvRow row) {
    Optional<Integer> q = row.optional("hex_q", Integer::valueOf, "a whole number or nothing");
    Optional<Integer> r = row.optional("hex_r", Integer::valueOf, "a whole number or nothing");
    if (q.isPresent() != r.isPresent()) {
      throw row.problem(
          q.isPresent() ? "hex_r" : "hex_q", "a number where the other coordinate has one");
    }
    return q.map(column -> new Hex(column, r.orElseThrow()));
  }

  private Map<SeatId, List<Candidate>> candidates() {
    Map<SeatId, List<Candidate>> candidates = new HashMap<>();
    for (CsvRow row : rows(NightFiles.CANDIDATES, NightFiles.CANDIDATES_COLUMNS)) {
      Candidate candidate = new Candidate(candidateName(row), party(row));
      List<Candidate> ballot =
          candidates.computeIfAbsent(contested(row), seat -> new ArrayList<>());
      if (ballot.contains(candidate)) {
        throw row.problem("candidate", "each candidate of a seat and party once");
      }
      ballot.add(candidate);
    }
    return candidates;
  }

  private Map<SeatId, List<PartyVotes>> baselines() {
    Map<SeatId, List<PartyVotes>> baselines = new HashMap<>();
    for (CsvRow row : rows(NightFiles.BASELINE, NightFiles.BASELINE_COLUMNS)) {
      baselines
          .computeIfAbsent(contested(row), seat -> new ArrayList<>())
          .add(new PartyVotes(party(row), row.count("votes")));
    }
    return baselines;
  }

  private List<Declaration> declarations(ElectionId id) {
    Map<Revision, CsvRow> rows = new LinkedHashMap<>();
    for (CsvRow row : rows(NightFiles.DECLARATIONS, NightFiles.DECLARATIONS_COLUMNS)) {
      if (rows.put(revision(row), row) != null) {
        throw row.problem("revision", "each revision of a seat once");
      }
    }
    Map<Revision, List<CandidateVotes>> votes = votes(rows.keySet());
    return rows.entrySet().stream()
        .map(entry -> declaration(id, entry.getKey(), entry.getValue(), votes))
        .sorted(
            Comparator.comparing(Declaration::declaredAt)
                .thenComparing(Declaration::seat)
                .thenComparing(Declaration::revision))
        .toList();
  }

  private Map<Revision, List<CandidateVotes>> votes(Set<Revision> declared) {
    Map<Revision, List<CandidateVotes>> votes = new HashMap<>();
    for (CsvRow row : rows(NightFiles.VOTES, NightFiles.VOTES_COLUMNS)) {
      Revision revision = revision(row);
      if (!declared.contains(revision)) {
        throw row.problem("revision", "a revision of this seat in declarations.csv");
      }
      votes
          .computeIfAbsent(revision, key -> new ArrayList<>())
          .add(new CandidateVotes(candidateName(row), party(row), row.count("votes")));
    }
    return votes;
  }

  private Declaration declaration(
      ElectionId id, Revision revision, CsvRow row, Map<Revision, List<CandidateVotes>> all) {
    List<CandidateVotes> votes = all.get(revision);
    if (votes == null) {
      throw row.problem("revision", "a revision of this seat with rows in votes.csv");
    }
    Status status = row.value("status", Status::valueOf, "DECLARED or CORRECTED");
    Optional<String> reason = row.optional("reason", Function.identity(), "a reason");
    if (status == Status.CORRECTED && reason.isEmpty()) {
      throw row.problem("reason", "the reason of a correction");
    }
    Optional<String> winner = row.optional("winner", Function.identity(), "a candidate");
    if (winner.isPresent() && votes.stream().noneMatch(v -> v.candidate().equals(winner.get()))) {
      throw row.problem("winner", "a candidate of this seat in votes.csv");
    }
    return new Declaration(
        id,
        revision.seat(),
        revision.number(),
        status,
        row.value("declared_at", Instant::parse, "a time such as 2024-07-04T22:18:35Z"),
        row.required("source", "who reported it"),
        reason,
        winner,
        votes,
        row.optionalCount("invalid_votes").map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private Revision revision(CsvRow row) {
    int number = row.count("revision");
    if (number == 0) {
      throw row.problem("revision", "1 or more");
    }
    return new Revision(contested(row), number);
  }

  private SeatId contested(CsvRow row) {
    SeatId seat = seatId(row);
    if (!contested.contains(seat)) {
      throw row.problem("seat", "a seat of seats.csv");
    }
    return seat;
  }

  private static SeatId seatId(CsvRow row) {
    return row.value("seat", SeatId::new, "a seat's code such as E14000813");
  }

  private PartyCode party(CsvRow row) {
    PartyCode code = row.value("party", PartyCode::new, "a party code such as Lab");
    if (!parties.contains(code)) {
      throw row.problem("party", "a party of parties.csv");
    }
    return code;
  }

  private static String candidateName(CsvRow row) {
    return row.required("candidate", "a candidate's name");
  }

  private static boolean trueOrFalse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String colour(String text) {
    if (!COLOUR.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private List<CsvRow> rows(String file, List<String> columns) {
    return CsvTable.parse(name(file), bytes(file)).rows(columns);
  }

  private String text(String file) {
    return CsvTable.text(name(file), bytes(file));
  }

  private byte[] bytes(String file) {
    return files
        .apply(file)
        .orElseThrow(() -> new UserError("The night " + place + " has no file " + file + "."));
  }

  private String name(String file) {
    return place + "/" + file;
  }
}
