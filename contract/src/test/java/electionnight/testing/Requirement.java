package electionnight.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/**
 * Something outside the source tree that some tests need. Where it is missing they are skipped with
 * a printed notice; where the environment variable {@code ELECTION_NIGHT_REQUIRE} names it, as in
 * {@code shared,containers,browser}, they fail.
 */
public enum Requirement {
  /** The folder of real election data beside the repository. */
  SHARED,
  /** An engine that runs containers. */
  CONTAINERS,
  /** A headless browser. */
  BROWSER,
  /** The programs with which the examples for developers run: curl, Node.js and Python 3. */
  TOOLS;

  private static final String VARIABLE = "ELECTION_NIGHT_REQUIRE";

  /**
   * Lets the test go on only if what it needs is there.
   *
   * @param there whether it is
   * @param what what was looked for, as it reads after 'there is no'
   */
  public void require(boolean there, String what) {
    if (there) {
      return;
    }
    String missing = "there is no " + what;
    if (isDemanded()) {
      fail(missing + ", but " + VARIABLE + " demands '" + word() + "'");
    }
    System.err.println("NOTICE: test skipped, because " + missing);
    throw new TestAbortedException(missing);
  }

  /** The folder {@code shared} beside the repository, where it is; else as {@link #require}. */
  public static Path shared() {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("contract"))) {
      root = root.getParent();
    }
    Path shared = root.resolveSibling("shared");
    SHARED.require(Files.isDirectory(shared), "folder " + shared);
    return shared;
  }

  /** The program of a name, where it is on the path; else as {@link #require}. */
  public static String tool(String name) {
    boolean there =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    TOOLS.require(there, name + " on the path");
    return name;
  }

  private boolean isDemanded() {
    String demanded = System.getenv().getOrDefault(VARIABLE, "");
    return Arrays.stream(demanded.toLowerCase(Locale.ROOT).split("[,\\s]+"))
        .anyMatch(word()::equals);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
