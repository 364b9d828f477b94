package electionnight.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/** What a Kafka client says when it cannot be made as the properties have it. */
public final class KafkaMistake {
  private static final String JAAS =
      "sasl.jaas.config is missing or not as it has to be, such as"
          + " org.apache.kafka.common.security.scram.ScramLoginModule required"
          + " username=\"NAME\" password=\"PASSWORD\";";
  private static final String NO_STORE = "Failed to load SSL keystore";

  private KafkaMistake() {}

  /**
   * The sentence about it, which tells no secret.
   *
   * @param beginning of the sentence, such as {@code The Kafka producer cannot start}
   * @param failure that a client threw
   */
  public static UserError of(String beginning, Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
    if (causes.stream().anyMatch(KafkaMistake::isOfJaas)) {
      // Kafka's own words quote what it stumbled over, which may be a password; so does a trace.
      return new UserError(beginning + ": " + JAAS);
    }
    return new UserError(beginning + ": " + words(causes), failure);
  }

  private static boolean isOfJaas(Throwable cause) {
    return cause instanceof IllegalArgumentException
        && Arrays.stream(cause.getStackTrace())
            .anyMatch(frame -> frame.getClassName().endsWith(".JaasContext"));
  }

  private static String words(List<Throwable> causes) {
    for (int i = 0; i < causes.size(); i++) {
      Throwable cause = causes.get(i);
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof ConfigException) {
        return message;
      }
      if (message.startsWith(NO_STORE) && i + 1 < causes.size()) {
        return message + ": " + store(causes.get(i + 1));
      }
    }
    Throwable root = causes.get(causes.size() - 1);
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  private static String store(Throwable cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return cause instanceof AccessDeniedException
        ? "the file may not be read"
        : String.valueOf(cause.getMessage());
  }
}
