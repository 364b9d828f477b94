package electionnight.admin;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that has to be well before an app is ready.
 *
 * @param name in one word, such as {@code streams}
 * @param failing why it is not well, in plain words without a full stop; empty where it is. Asked
 *     every second, on a thread that all checks share, so it answers at once.
 */
public record HealthCheck(String name, Supplier<Optional<String>> failing) {}
