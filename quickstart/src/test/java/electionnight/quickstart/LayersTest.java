package electionnight.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "electionnight",
    importOptions = {DoNotIncludeTests.class, LayersTest.DoNotIncludeTestJars.class})
class LayersTest {
  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar") && !location.contains("test-classes");
    }
  }

  @ArchTest
  static final ArchRule theProducerKnowsNoOtherApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.producer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.streams..",
              "electionnight.dashboard..",
              "electionnight.audit..",
              "electionnight.watch..",
              "electionnight.webhooks..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule theFoldKnowsNoOtherApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.streams..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.producer..",
              "electionnight.dashboard..",
              "electionnight.audit..",
              "electionnight.watch..",
              "electionnight.webhooks..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule theDashboardKnowsNoOtherApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.dashboard..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.producer..",
              "electionnight.streams..",
              "electionnight.audit..",
              "electionnight.watch..",
              "electionnight.webhooks..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule theAuditKnowsNoApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.producer..",
              "electionnight.streams..",
              "electionnight.dashboard..",
              "electionnight.watch..",
              "electionnight.webhooks..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule theTickerKnowsNoApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.watch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.producer..",
              "electionnight.streams..",
              "electionnight.dashboard..",
              "electionnight.audit..",
              "electionnight.webhooks..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule theWebhooksKnowNoOtherApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.webhooks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.producer..",
              "electionnight.streams..",
              "electionnight.dashboard..",
              "electionnight.audit..",
              "electionnight.watch..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule thePreflightKnowsNoApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.preflight..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.producer..",
              "electionnight.streams..",
              "electionnight.dashboard..",
              "electionnight.audit..",
              "electionnight.watch..",
              "electionnight.webhooks..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule noAppMakesItsCluster =
      noClasses()
          .that()
          .resideOutsideOfPackages("electionnight.preflight..", "electionnight.quickstart..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("electionnight.preflight..");

  @ArchTest
  static final ArchRule theAdminPortKnowsNoApp =
      noClasses()
          .that()
          .resideInAPackage("electionnight.admin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "electionnight.producer..",
              "electionnight.streams..",
              "electionnight.dashboard..",
              "electionnight.audit..",
              "electionnight.watch..",
              "electionnight.webhooks..",
              "electionnight.quickstart..");

  @ArchTest
  static final ArchRule onlyTheWireConfiguresJackson =
      noClasses()
          .that()
          .resideOutsideOfPackage("electionnight.wire..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.fasterxml.jackson.databind.json.JsonMapper");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("electionnight.(*)..").should().beFreeOfCycles();
}
