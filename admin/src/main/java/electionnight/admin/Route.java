package electionnight.admin;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing that can be asked at the admin port, or done. */
public final class Route {
  private static final String ID = "{id}";

  private final String method;
  private final String path;
  private final Pattern pattern;
  private final Function<String, Answer> answer;

  private Route(String method, String path, Function<String, Answer> answer) {
    this.method = method;
    this.path = path;
    this.pattern = Pattern.compile("\\Q" + path.replace(ID, "\\E(?<id>[^/]+)\\Q") + "\\E");
    this.answer = answer;
  }

  /** A path that can be asked. */
  public static Route get(String path, Supplier<Answer> answer) {
    return new Route("GET", path, id -> answer.get());
  }

  /**
   * A path by which something is done.
   *
   * @param path has <code>{id}</code> in place of what it is done to
   * @param answer is given that
   */
  public static Route post(String path, Function<String, Answer> answer) {
    return new Route("POST", path, answer);
  }

  /** As it reads in a list. */
  String path() {
    return path;
  }

  /** What a request gets; empty where it is for another path. */
  Optional<Answer> answer(String asked, String by) {
    Matcher match = pattern.matcher(asked);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean isHead = method.equals("GET") && by.equals("HEAD");
    return Optional.of(
        by.equals(method) || isHead
            ? answer.apply(path.contains(ID) ? match.group("id") : "")
            : Answer.problem(405, "Method Not Allowed", "This path takes " + method + ".")
                .with("Allow", method.equals("GET") ? "GET, HEAD" : method));
  }
}
