package electionnight.preflight;

import electionnight.cli.Survey;
import electionnight.wire.App;
import electionnight.wire.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** Whether the present principal may do what an app has to. */
final class RightsCheck implements Check {
  @Override
  public String name() {
    return "rights";
  }

  @Override
  public List<Finding> look(Patient patient) throws ExecutionException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (App app : patient.as().map(List::of).orElse(List.of(App.values()))) {
      List<Right> missing =
          Survey.missing(patient.admin(), patient.settings(), app.rights(patient.settings()));
      findings.add(missing.isEmpty() ? granted(app) : refused(patient, app, missing));
    }
    return findings;
  }

  private Finding granted(App app) {
    return Finding.ok(name(), "this principal can be " + app.id());
  }

  private Finding refused(Patient patient, App app, List<Right> missing) {
    String found =
        "this principal cannot be "
            + app.id()
            + ", it is refused "
            + missing.stream().map(Right::toString).collect(Collectors.joining(", "));
    return patient.as().isPresent()
        ? Finding.fail(name(), found, "Grant it: 'election-night acls' says how.")
        : Finding.warn(name(), found, "Nothing to do unless it has to be; look with --as APP.");
  }
}
