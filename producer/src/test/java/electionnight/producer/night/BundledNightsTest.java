package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.cli.UserError;
import electionnight.domain.Alert;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.testing.FoldedNight;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class BundledNightsTest {
  static List<String> names() {
    return BundledNights.names();
  }

  @Test
  void everyShippedFolderIsOffered() throws Exception {
    Path folders = Path.of(BundledNights.class.getResource("/nights").toURI());
    try (var entries = Files.list(folders)) {
      assertThat(entries.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aBundledNightIsAReplayOfItsOwnName(String name) {
    RecordedNight night = BundledNights.open(name);

    assertThat(night.election().election()).hasToString(name);
    assertThat(night.election().mode()).isEqualTo(Mode.REPLAY);
    assertThat(night.election().attribution()).contains("Open Parliament Licence v3.0");
    assertThat(night.seats()).hasSize(night.election().seats());
    assertThat(night.declarations())
        .isSortedAccordingTo(
            Comparator.comparing(Declaration::declaredAt).thenComparing(Declaration::seat));
    assertThat(night.declarations())
        .filteredOn(declaration -> declaration.revision() == 1)
        .extracting(Declaration::seat)
        .containsExactlyInAnyOrderElementsOf(night.seats().stream().map(Seat::seat).toList());
    assertThat(night.election().rules()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingIsDeclaredBeforeThePollsCloseAtTen(String name) {
    RecordedNight night = BundledNights.open(name);
    Election election = night.election();

    assertThat(election.closeOfPoll().map(close -> close.atZone(election.zone()).toLocalDateTime()))
        .contains(election.date().atTime(22, 0));
    assertThat(night.declarations().get(0).declaredAt()).isAfter(election.closeOfPoll().get());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPartyOfABundledNightHasItsOwnCodeAndWords(String name) {
    List<Party> parties = BundledNights.open(name).election().parties();

    assertThat(parties).extracting(Party::party).doesNotHaveDuplicates();
    assertThat(parties).extracting(Party::collective).doesNotHaveDuplicates();
    assertThat(parties)
        .filteredOn(Party::person)
        .extracting(party -> party.party().value())
        .isSubsetOf("Ind", "Spk");
  }

  @ParameterizedTest
  @MethodSource("names")
  void theTotalsOfABundledNightAreTheKnownOnes(String name) {
    List<List<String>> known =
        CsvTable.resource("/truth/parties.csv")
            .rows(List.of("night", "party", "seats", "gains", "losses"))
            .stream()
            .filter(row -> row.text("night").equals(name))
            .map(
                row ->
                    List.of(
                        row.text("party"),
                        row.text("seats"),
                        row.text("gains"),
                        row.text("losses")))
            .toList();

    assertThat(new NightFigures(BundledNights.open(name)).parties())
        .as("party, seats, gains, losses")
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/truth/seats.csv", numLinesToSkip = 1)
  void notableSeatsComeOutAsKnown(
      String night,
      String seat,
      String name,
      String winner,
      String second,
      String majority,
      String validVotes,
      String previousWinner,
      String previousMajority) {
    assertThat(new NightFigures(BundledNights.open(night)).seat(new SeatId(seat)))
        .containsExactly(
            seat, name, winner, second, majority, validVotes, previousWinner, previousMajority);
  }

  @Test
  void onlyMidBedfordshireWasHeldForLongAsFarAsWeKnow() {
    assertThat(BundledNights.open("by-elections-2023-10-19").seats())
        .extracting(Seat::name, Seat::heldSince)
        .containsExactly(
            tuple("Mid Bedfordshire", OptionalInt.of(1931)),
            tuple("Tamworth", OptionalInt.empty()));
  }

  /** Of 13 seats the member before is known; three went back to whom they were won from. */
  @Test
  void thePartiesThatRegainedTheirSeatsIn2024AreTold() {
    FoldedNight night = Played.withoutQueries(BundledNights.open("general-election-2024"));

    assertThat(night.standingAlerts())
        .filteredOn(alert -> alert.kind() == Alert.Kind.REGAIN)
        .extracting(Alert::headline)
        .containsExactlyInAnyOrder(
            "Labour regain Hartlepool from the Conservatives",
            "Labour regain Rochdale from the Workers Party",
            "The Conservatives regain Mid Bedfordshire from Labour");
    assertThat(night.scoreboard().sittingKnown()).isEqualTo(13);
    assertThat(night.scoreboard().sittingChanged()).isEqualTo(5);
    assertThat(night.scoreboard().declared()).isEqualTo(650);
  }

  @Test
  void tamworthIsDeclaredBeforeMidBedfordshire() {
    assertThat(BundledNights.open("by-elections-2023-10-19").declarations())
        .extracting(declaration -> declaration.winner().orElseThrow())
        .containsExactly("Sarah Edwards", "Alistair Strathern");
  }

  @Test
  void anotherNameIsAUsersMistake() {
    assertThatThrownBy(() -> BundledNights.open("general-election-1832"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'general-election-1832'")
        .hasMessageContaining("general-election-2024");
  }

  @Test
  void theNightsOpenFromInsideAJar(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("producer.jar");
    jar(
        Path.of(BundledNights.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
        jar);
    List<URL> classPath = new ArrayList<>(List.of(jar.toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (!Files.exists(path.resolve("nights"))) {
        classPath.add(path.toUri().toURL());
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> inJar = loader.loadClass(BundledNights.class.getName());
      URI place = inJar.getProtectionDomain().getCodeSource().getLocation().toURI();

      Object night = inJar.getMethod("open", String.class).invoke(null, "by-elections-2023-10-19");

      assertThat(place.toString()).endsWith("producer.jar");
      assertThat(night).asString().contains("Mid Bedfordshire");
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream writer = new JarOutputStream(out);
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        writer.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, writer);
      }
    }
  }
}
