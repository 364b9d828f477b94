package electionnight.producer.intake;

import electionnight.cli.EntriesFile;
import electionnight.cli.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Those who may send. Immutable. */
public final class IntakeSources {
  private final List<IntakeSource> sources;

  IntakeSources(List<IntakeSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * One source that may send all it likes.
   *
   * @param token one word of 16 characters or more, in ASCII
   * @throws UserError when it is too short or has other characters than a header carries
   */
  public static IntakeSources one(String token) {
    return new IntakeSources(List.of(IntakeSource.unlimited(BearerToken.of(token))));
  }

  /**
   * The same, its token in a file.
   *
   * @throws UserError when the file cannot be read or holds no token
   */
  public static IntakeSources one(Path tokenFile) {
    return new IntakeSources(List.of(IntakeSource.unlimited(BearerToken.in(tokenFile))));
  }

  /**
   * Those that a file lists; docs/intake.md says how it is written.
   *
   * @param environment the value of a variable, or null where it is not set
   * @throws UserError when something is wrong with the file, or with a token that it names
   */
  public static IntakeSources in(Path file, UnaryOperator<String> environment) {
    EntriesFile entries =
        new EntriesFile(file, "source", environment, IntakeSourceReader::withoutTokens);
    List<IntakeSource> read = entries.read(entry -> new IntakeSourceReader(entry).read());
    for (IntakeSource source : read) {
      for (IntakeSource other : read) {
        if (source != other && source.tokens().stream().anyMatch(other::has)) {
          throw new UserError(
              entries
                  + " gives '"
                  + source.id()
                  + "' and '"
                  + other.id()
                  + "' the same token, which must name one of them.");
        }
      }
    }
    return new IntakeSources(read);
  }

  /**
   * Who sends, by an {@code Authorization} header; found out in the same time for any token.
   *
   * @param authorization null where there was no such header
   */
  Optional<IntakeSource> of(String authorization) {
    return BearerToken.carriedBy(authorization).flatMap(this::of);
  }

  private Optional<IntakeSource> of(BearerToken token) {
    Optional<IntakeSource> found = Optional.empty();
    for (IntakeSource source : sources) {
      if (source.has(token)) {
        found = Optional.of(source);
      }
    }
    return found;
  }

  List<IntakeSource> all() {
    return sources;
  }
}
