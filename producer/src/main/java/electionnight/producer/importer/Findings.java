package electionnight.producer.importer;

import electionnight.cli.UserError;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the import finds in the files: oddities, which it can read all the same, and contradictions,
 * which it refuses unless told to be lenient. Both are printed as they are found.
 */
final class Findings {
  private final PrintWriter out;
  private final List<String> contradictions = new ArrayList<>();
  private int oddities;

  Findings(PrintWriter out) {
    this.out = out;
  }

  void oddity(String where, String what) {
    oddities++;
    out.println("oddity: " + line(where, what));
  }

  void contradiction(String where, String what) {
    String line = line(where, what);
    contradictions.add(line);
    out.println("contradiction: " + line);
  }

  private static String line(String where, String what) {
    return where + ": " + what.replaceAll("\\p{Cntrl}+", " ");
  }

  int oddities() {
    return oddities;
  }

  int contradictions() {
    return contradictions.size();
  }

  /**
   * @throws UserError when there was any contradiction
   */
  void refuseContradictions() {
    if (!contradictions.isEmpty()) {
      throw new UserError(
          "Nothing was written, because the files contradict themselves in "
              + Words.count(contradictions.size(), "place")
              + ", first "
              + contradictions.get(0)
              + "; with --lenient this is only reported.");
    }
  }
}
