package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.Declaration;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import electionnight.domain.SeatId;
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
        .hasSize(night.election().seats())
        .isSortedAccordingTo(
            Comparator.comparing(Declaration::declaredAt).thenComparing(Declaration::seat));
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
  void theByElectionNightIsMeasuredAgainstTheBookAsItStoodBefore() {
    assertThat(BundledNights.open("by-elections-2023-10-19").election().recordBook())
        .first()
        .satisfies(
            record -> {
              assertThat(record.name()).isEqualTo("Tiverton and Honiton");
              assertThat(record.value()).isEqualTo(24_239);
            });
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
