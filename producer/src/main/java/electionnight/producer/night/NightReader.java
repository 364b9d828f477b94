package electionnight.producer.night;

import electionnight.cli.UserError;
import electionnight.domain.Baseline;
import electionnight.domain.Candidate;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Sitting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the files of one night, and holds them against each other. */
final class NightReader {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

  private final String place;
  private final Function<String, Optional<byte[]>> files;
  private final NightCodes codes = new NightCodes();

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
    List<Party> parties = parties();
    List<CsvRow> contested = rows(NightFiles.SEATS, NightFiles.SEATS_NEEDED);
    contested.forEach(codes::newSeat);
    Map<SeatId, List<Candidate>> ballots = candidates();
    List<Seat> seats = seats(fields, contested, ballots);
    Election election =
        fields.election(parties, seats.size(), text(NightFiles.ATTRIBUTION).strip());
    List<Declaration> declarations =
        new DeclarationReader(fields.id(), codes, ballots)
            .read(
                rows(NightFiles.DECLARATIONS, NightFiles.DECLARATIONS_NEEDED),
                rows(NightFiles.VOTES, NightFiles.VOTES_COLUMNS));
    return new RecordedNight(election, seats, declarations, confirmations(fields, declarations));
  }

  private List<Confirmation> confirmations(ElectionFields fields, List<Declaration> declarations) {
    if (files.apply(NightFiles.CONFIRMATIONS).isEmpty()) {
      return List.of();
    }
    return rows(NightFiles.CONFIRMATIONS, NightFiles.CONFIRMATIONS_COLUMNS).stream()
        .map(row -> confirmation(row, fields.id(), declarations))
        .sorted(Comparator.comparing(Confirmation::at).thenComparing(Confirmation::seat))
        .toList();
  }

  private Confirmation confirmation(
      CsvRow row, ElectionId election, List<Declaration> declarations) {
    SeatId seat = codes.seat(row);
    int revision = codes.revision(row);
    if (declarations.stream()
        .noneMatch(word -> word.seat().equals(seat) && word.revision() == revision)) {
      throw row.problem("revision", "a revision of this seat in declarations.csv");
    }
    return new Confirmation(
        election,
        seat,
        revision,
        row.required("by", "who confirmed it"),
        Optional.of(row.text("reason")).filter(reason -> !reason.isEmpty()),
        row.value("at", Instant::parse, "a time such as 2024-07-04T22:18:35Z"));
  }

  private List<Party> parties() {
    List<Party> all = new ArrayList<>();
    for (CsvRow row : rows(NightFiles.PARTIES, NightFiles.PARTIES_COLUMNS)) {
      all.add(
          new Party(
              codes.newParty(row),
              row.required("name", "the party's name"),
              row.required("collective", "how a sentence speaks of the party"),
              row.value("person", NightReader::trueOrFalse, "true or false"),
              row.value("colour", NightReader::colour, "a colour such as #E4003B")));
    }
    return all;
  }

  private List<Seat> seats(
      ElectionFields fields, List<CsvRow> contested, Map<SeatId, List<Candidate>> ballots) {
    Map<SeatId, List<PartyVotes>> before = baselines();
    return contested.stream()
        .map(
            row -> {
              SeatId seat = codes.seat(row);
              Optional<Baseline> baseline =
                  Optional.ofNullable(before.get(seat))
                      .map(votes -> new Baseline(fields.basis(), votes));
              return new Seat(
                  fields.id(),
                  seat,
                  row.required("name", "the seat's name"),
                  row.text("region"),
                  row.text("nation"),
                  row.optionalCount("electorate").orElse(0),
                  hex(row),
                  ballots.getOrDefault(seat, List.of()),
                  baseline,
                  sitting(row, baseline),
                  heldSince(row));
            })
        .sorted(Comparator.comparing(Seat::seat))
        .toList();
  }

  private Optional<Sitting> sitting(CsvRow row, Optional<Baseline> baseline) {
    Optional<PartyCode> party = codes.optionalParty(row, "sitting");
    String why = row.text("sitting_why");
    String source = row.text("sitting_source");
    if (party.isEmpty()) {
      if (!why.isEmpty() || !source.isEmpty()) {
        throw row.problem("sitting", "the party that sitting_why and sitting_source speak of");
      }
      return Optional.empty();
    }
    if (!party.equals(baseline.map(Baseline::winner))) {
      row.required("sitting_why", "why it is not the party that won the seat before");
      row.required("sitting_source", "who says so");
    }
    return Optional.of(new Sitting(party.get(), why, source));
  }

  private static OptionalInt heldSince(CsvRow row) {
    return row.text("held_since").isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(row.year("held_since"));
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
      Candidate candidate =
          new Candidate(row.required("candidate", "a candidate's name"), codes.party(row));
      List<Candidate> ballot =
          candidates.computeIfAbsent(codes.seat(row), seat -> new ArrayList<>());
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
          .computeIfAbsent(codes.seat(row), seat -> new ArrayList<>())
          .add(new PartyVotes(codes.party(row), row.count("votes")));
    }
    return baselines;
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
