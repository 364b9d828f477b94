package electionnight.producer.night;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Hex;
import electionnight.domain.PartyCode;
import electionnight.domain.Seat;
import electionnight.domain.Sitting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Writes the files of a night's folder. */
final class NightWriter {
  private static final String README_TEXT = "/nights/README.txt";

  private NightWriter() {}

  static void write(RecordedNight night, Path folder) throws IOException {
    table(folder, NightFiles.ELECTION, NightFiles.ELECTION_COLUMNS, election(night.election()));
    table(folder, NightFiles.PARTIES, NightFiles.PARTIES_COLUMNS, parties(night.election()));
    table(
        folder,
        NightFiles.SEATS,
        NightFiles.SEATS_COLUMNS,
        night.seats().stream().map(NightWriter::seat));
    table(
        folder,
        NightFiles.CANDIDATES,
        NightFiles.CANDIDATES_COLUMNS,
        night.seats().stream().flatMap(NightWriter::candidates));
    table(
        folder,
        NightFiles.BASELINE,
        NightFiles.BASELINE_COLUMNS,
        night.seats().stream().flatMap(NightWriter::baseline));
    table(
        folder,
        NightFiles.DECLARATIONS,
        NightFiles.DECLARATIONS_COLUMNS,
        night.declarations().stream().map(NightWriter::declaration));
    table(
        folder,
        NightFiles.VOTES,
        NightFiles.VOTES_COLUMNS,
        night.declarations().stream().flatMap(NightWriter::votes));
    if (!night.confirmations().isEmpty()) {
      table(
          folder,
          NightFiles.CONFIRMATIONS,
          NightFiles.CONFIRMATIONS_COLUMNS,
          night.confirmations().stream().map(NightWriter::confirmation));
    }
    String attribution = night.election().attribution();
    Files.writeString(
        folder.resolve(NightFiles.ATTRIBUTION), attribution.isEmpty() ? "" : attribution + "\n");
    Files.write(folder.resolve(NightFiles.README), Resources.bytes(README_TEXT));
  }

  private static Stream<List<String>> election(Election election) {
    return Stream.of(
        List.of("id", election.election().value()),
        List.of("name", election.name()),
        List.of("contest", election.contest().name()),
        List.of("date", election.date().toString()),
        List.of("zone", election.zone().getId()),
        List.of("basis", election.basis().name()),
        List.of("previous", election.previous()),
        List.of("seats", Integer.toString(election.seats())),
        List.of("close_of_poll", election.closeOfPoll().map(Instant::toString).orElse("")));
  }

  private static Stream<List<String>> parties(Election election) {
    return election.parties().stream()
        .map(
            party ->
                List.of(
                    party.party().value(),
                    party.name(),
                    party.collective(),
                    Boolean.toString(party.person()),
                    party.colour()));
  }

  private static List<String> seat(Seat seat) {
    return List.of(
        seat.seat().value(),
        seat.name(),
        seat.region(),
        seat.nation(),
        seat.electorate() == 0 ? "" : Integer.toString(seat.electorate()),
        hex(seat, Hex::q),
        hex(seat, Hex::r),
        seat.sitting().map(member -> member.party().value()).orElse(""),
        seat.sitting().map(Sitting::why).orElse(""),
        seat.sitting().map(Sitting::source).orElse(""),
        count(seat.heldSince()));
  }

  private static String hex(Seat seat, ToIntFunction<Hex> coordinate) {
    return seat.hex().map(hex -> Integer.toString(coordinate.applyAsInt(hex))).orElse("");
  }

  private static Stream<List<String>> candidates(Seat seat) {
    return seat.candidates().stream()
        .map(row -> List.of(seat.seat().value(), row.candidate(), row.party().value()));
  }

  private static Stream<List<String>> baseline(Seat seat) {
    return seat.baseline().stream()
        .flatMap(baseline -> baseline.votes().stream())
        .map(
            row ->
                List.of(seat.seat().value(), row.party().value(), Integer.toString(row.votes())));
  }

  private static List<String> declaration(Declaration declaration) {
    return List.of(
        declaration.seat().value(),
        Integer.toString(declaration.revision()),
        declaration.status().name(),
        declaration.declaredAt().toString(),
        declaration.source(),
        declaration.reason().orElse(""),
        declaration.winner().orElse(""),
        count(declaration.invalidVotes()),
        declaration.party().map(PartyCode::value).orElse(""),
        count(declaration.verifiedBallots()));
  }

  private static Stream<List<String>> votes(Declaration declaration) {
    return declaration.votes().stream()
        .map(
            row ->
                List.of(
                    declaration.seat().value(),
                    Integer.toString(declaration.revision()),
                    row.candidate(),
                    row.party().value(),
                    Integer.toString(row.votes())));
  }

  private static List<String> confirmation(Confirmation confirmation) {
    return List.of(
        confirmation.seat().value(),
        Integer.toString(confirmation.revision()),
        confirmation.by(),
        confirmation.reason().orElse(""),
        confirmation.at().toString());
  }

  private static String count(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
  }

  private static void table(
      Path folder, String file, List<String> columns, Stream<List<String>> rows)
      throws IOException {
    try (CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(folder.resolve(file), StandardCharsets.UTF_8)) {
      writer.writeRecord(columns);
      rows.forEach(writer::writeRecord);
    }
  }
}
