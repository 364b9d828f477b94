package electionnight.wire;

import electionnight.domain.Reason;
import java.util.List;
import java.util.function.Function;

/**
 * What reading a message gave: the value, or the reasons why there is none.
 *
 * @param <T> the value
 */
public sealed interface Decoded<T> {

  /**
   * A message that was read.
   *
   * @param value never null
   */
  record Read<T>(T value) implements Decoded<T> {}

  /**
   * A message that could not be read.
   *
   * @param reasons at least one
   */
  record Unreadable<T>(List<Reason> reasons) implements Decoded<T> {}

  static <T> Decoded<T> unreadable(Reason reason) {
    return new Unreadable<>(List.of(reason));
  }

  /** Carries a read value on, and reasons through. */
  default <R> Decoded<R> then(Function<T, Decoded<R>> next) {
    if (this instanceof Read<T> read) {
      return next.apply(read.value());
    }
    return new Unreadable<>(((Unreadable<T>) this).reasons());
  }

  /** The value of a message that we wrote ourselves, for which being unreadable is a bug. */
  default T orElseThrow() {
    if (this instanceof Read<T> read) {
      return read.value();
    }
    throw new IllegalStateException(
        ((Unreadable<T>) this).reasons().stream().map(Reason::sentence).toList().toString());
  }
}
