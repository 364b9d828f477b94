package electionnight.preflight;

import electionnight.wire.App;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.security.auth.KafkaPrincipal;

/** Whom the cluster takes each app for; {@code User:} and the app's name unless told otherwise. */
final class Principals {
  private static final String USER = KafkaPrincipal.USER_TYPE + ":";

  private final Map<App, String> principals = new EnumMap<>(App.class);

  /**
   * @param others by the name of the app
   * @throws IllegalArgumentException when there is no such app, or the principal is none
   */
  Principals(Map<String, String> others) {
    for (App app : App.values()) {
      principals.put(app, USER + app.id());
    }
    others.forEach(
        (id, principal) -> {
          if (!principal.matches("[A-Za-z]+:.+")) {
            throw new IllegalArgumentException(
                "a principal is such as User:" + id + ", not '" + principal + "'");
          }
          principals.put(app(id), principal);
        });
  }

  /**
   * @throws IllegalArgumentException when there is no such app
   */
  static App app(String id) {
    return App.of(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no app '"
                        + id
                        + "', only "
                        + Arrays.stream(App.values())
                            .map(App::id)
                            .collect(Collectors.joining(", "))));
  }

  String of(App app) {
    return principals.get(app);
  }

  /**
   * The name that the app logs in with.
   *
   * @throws IllegalArgumentException when its principal is no user
   */
  String userOf(App app) {
    if (!of(app).startsWith(USER)) {
      throw new IllegalArgumentException(of(app) + " is no user, and has no password");
    }
    return of(app).substring(USER.length());
  }
}
