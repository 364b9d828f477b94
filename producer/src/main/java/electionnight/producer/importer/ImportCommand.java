package electionnight.producer.importer;

import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.producer.night.NightFolder;
import electionnight.producer.night.RecordedNight;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a night's folder of result files as the House of Commons Library publishes them. */
@Command(
    name = "import",
    description = "Makes a night of published result files of the House of Commons Library.")
public final class ImportCommand implements Callable<Integer> {
  private static final String LIBRARY =
      "Results: contains Parliamentary information licensed under the Open Parliament Licence v3.0"
          + " (House of Commons Library).";
  private static final String CLOCK =
      "Times of declaration: when each seat was first published, Open Innovations, MIT licence.";
  private static final String MAP = "Hexagon layout: Open Innovations, MIT licence.";

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = "--results",
      required = true,
      paramLabel = "DIR",
      description = "The folder with constituencies.csv and candidacies.csv.")
  private Path results;

  @Option(
      names = "--previous",
      required = true,
      paramLabel = "DIR|FILE",
      description =
          "The previous general election: a folder of actual results on the same boundaries, or the"
              + " file of notional results on new ones.")
  private Path previous;

  @Option(
      names = "--times",
      paramLabel = "FILE",
      description =
          "When each seat was declared, in UTC: a CSV file with the columns ons_id or seat, and"
              + " first_published_utc or declared_at. Needed where the results do not tell.")
  private Path times;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "The seats' places on a hexagon cartogram, in HexJSON.")
  private Path map;

  @Option(
      names = "--sitting",
      paramLabel = "FILE",
      description =
          "The parties of the members before, as far as they are known: a CSV file with the columns"
              + " seat, party, why, source. Of a seat that is not listed nothing is assumed.")
  private Path sitting;

  @Option(
      names = "--held-since",
      paramLabel = "FILE",
      description =
          "Since when the party that won a seat before had held it: a CSV file with the columns"
              + " seat, held_since, source.")
  private Path heldSince;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "The night's id, such as general-election-2024.")
  private String id;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write the night to; a night that is there is replaced.")
  private Path to;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description =
          "Polling day. Chooses among by-elections; for a general election it follows from the"
              + " first declaration.")
  private LocalDate date;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The night's name (default: such as 'General election 2024').")
  private String name;

  @Option(
      names = "--note",
      paramLabel = "SENTENCE",
      description = "Added to the night's attribution; may be given several times.")
  private List<String> notes = List.of();

  @Option(
      names = "--lenient",
      description = "Report contradictions and go on, by the votes, instead of refusing them.")
  private boolean lenient;

  @Override
  public Integer call() {
    ElectionId election = electionId();
    PrintWriter err = spec.commandLine().getErr();
    Findings findings = new Findings(err);
    PublishedResults published = published(findings);
    PreviousElection before = PreviousElection.read(previous, findings);
    Optional<DeclarationTimes> clock = Optional.ofNullable(times).map(DeclarationTimes::read);
    Map<String, Hex> cells = map == null ? Map.of() : HexMap.read(map);
    Optional<SittingMembers> members = Optional.ofNullable(sitting).map(SittingMembers::read);
    Optional<HeldSince> years = Optional.ofNullable(heldSince).map(HeldSince::read);
    RecordedNight night =
        new NightImport(election, published, before, clock, cells, members, years, findings)
            .night(Optional.ofNullable(date), Optional.ofNullable(name), attribution(clock));
    if (!lenient) {
      findings.refuseContradictions();
    }
    NightFolder.write(night, to);
    report(night, before, clock, cells, findings);
    return Launcher.OK;
  }

  private ElectionId electionId() {
    try {
      return new ElectionId(id);
    } catch (IllegalArgumentException e) {
      throw new UserError("--id " + id + ": " + e.getMessage() + ".", e);
    }
  }

  private PublishedResults published(Findings findings) {
    PublishedResults all = PublishedResults.read(results, findings);
    return all.areByElections() ? all.ofDay(Optional.ofNullable(date)) : all;
  }

  private String attribution(Optional<DeclarationTimes> clock) {
    StringBuilder text = new StringBuilder(LIBRARY);
    if (clock.filter(file -> file.column().equals(DeclarationTimes.FIRST_PUBLISHED)).isPresent()) {
      text.append('\n').append(CLOCK);
    }
    if (map != null) {
      text.append('\n').append(MAP);
    }
    notes.forEach(note -> text.append('\n').append(note.strip()));
    return text.toString();
  }

  private void report(
      RecordedNight night,
      PreviousElection before,
      Optional<DeclarationTimes> clock,
      Map<String, Hex> cells,
      Findings findings) {
    PrintWriter out = spec.commandLine().getOut();
    int candidates = night.seats().stream().mapToInt(seat -> seat.candidates().size()).sum();
    out.println(
        "read "
            + results
            + ": "
            + Words.count(night.seats().size(), "seat")
            + ", "
            + Words.count(candidates, "candidate")
            + ", "
            + Words.count(night.election().parties().size(), "party"));
    out.println(
        "read "
            + previous
            + ": "
            + Words.count(before.seats().size(), "seat")
            + ", "
            + before.basis());
    clock.ifPresent(
        file ->
            out.println(
                "read "
                    + file.file()
                    + ": "
                    + Words.count(file.times().size(), "time")
                    + " of column "
                    + file.column()));
    if (map != null) {
      out.println("read " + map + ": " + Words.count(cells.size(), "cell"));
    }
    if (sitting != null) {
      long known = night.seats().stream().filter(seat -> seat.sitting().isPresent()).count();
      out.println("read " + sitting + ": the members of " + Words.count((int) known, "seat"));
    }
    if (heldSince != null) {
      long known = night.seats().stream().filter(seat -> seat.heldSince().isPresent()).count();
      out.println("read " + heldSince + ": the years of " + Words.count((int) known, "seat"));
    }
    out.println(
        "found "
            + Words.count(findings.oddities(), "oddity")
            + " and "
            + Words.count(findings.contradictions(), "contradiction"));
    out.println(
        "wrote "
            + to
            + ": "
            + night.election().name()
            + ", polling day "
            + night.election().date()
            + ", "
            + Words.count(night.declarations().size(), "declaration"));
  }
}
