package electionnight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The domain knows no library and no surroundings; the wire knows little more than the domain. */
@AnalyzeClasses(packages = "electionnight", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NO_LIBRARY =
      classes()
          .that()
          .resideInAPackage("electionnight.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.domain..",
              "java.lang..",
              "java.math..",
              "java.time..",
              "java.util..",
              "java.nio.charset");

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NO_CHANCE_AND_NO_THREADS =
      noClasses()
          .that()
          .resideInAPackage("electionnight.domain..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.(.*Random.*|UUID|Timer.*|Scanner|concurrent\\..*)"
                  + "|java\\.lang\\.(Thread.*|Process.*|Runtime)"
                  + "|java\\.time\\.(Clock|InstantSource)");

  @ArchTest
  static final ArchRule DOMAIN_ASKS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("electionnight.domain..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Instant.class, "now", Clock.class)
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule WIRE_KNOWS_DOMAIN_JACKSON_AND_KAFKA =
      classes()
          .that()
          .resideInAPackage("electionnight.wire..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.wire..",
              "electionnight.domain..",
              "com.fasterxml.jackson..",
              "org.apache.kafka..",
              "java..");

  @ArchTest
  static final ArchRule REPLAY_KNOWS_THE_DOMAIN =
      classes()
          .that()
          .resideInAPackage("electionnight.replay..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.replay..", "electionnight.domain..", "java.lang..", "java.util..");
}
