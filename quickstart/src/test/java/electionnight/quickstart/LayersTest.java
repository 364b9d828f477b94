package electionnight.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "electionnight",
    importOptions = {DoNotIncludeTests.class, LayersTest.DoNotIncludeTestJars.class})
class LayersTest {
  private static final List<String> APPS =
      List.of("producer", "streams", "dashboard", "audit", "watch", "webhooks", "quickstart");

  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar") && !location.contains("test-classes");
    }
  }

  @ArchTest static final ArchRule theProducerKnowsNoOtherApp = knowsNoOtherApp("producer");

  @ArchTest static final ArchRule theFoldKnowsNoOtherApp = knowsNoOtherApp("streams");

  @ArchTest static final ArchRule theDashboardKnowsNoOtherApp = knowsNoOtherApp("dashboard");

  @ArchTest static final ArchRule theAuditKnowsNoApp = knowsNoOtherApp("audit");

  @ArchTest static final ArchRule theTickerKnowsNoApp = knowsNoOtherApp("watch");

  @ArchTest static final ArchRule theWebhooksKnowNoOtherApp = knowsNoOtherApp("webhooks");

  @ArchTest static final ArchRule thePreflightKnowsNoApp = knowsNoOtherApp("preflight");

  @ArchTest
  static final ArchRule noAppMakesItsCluster =
      noClasses()
          .that()
          .resideOutsideOfPackages("electionnight.preflight..", "electionnight.quickstart..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("electionnight.preflight..");

  @ArchTest static final ArchRule theAdminPortKnowsNoApp = knowsNoOtherApp("admin");

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

  private static ArchRule knowsNoOtherApp(String one) {
    return noClasses()
        .that()
        .resideInAPackage(in(one))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            APPS.stream()
                .filter(app -> !app.equals(one))
                .map(LayersTest::in)
                .toArray(String[]::new));
  }

  private static String in(String name) {
    return "electionnight." + name + "..";
  }
}
