package electionnight.dashboard.view;

import electionnight.domain.Announced;
import electionnight.domain.Cause;
import electionnight.domain.Checking;
import electionnight.domain.Hold;
import electionnight.domain.Majority;
import electionnight.domain.PartyCode;
import electionnight.domain.Result;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import electionnight.domain.Update;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was public of a seat at one revision of the night.
 *
 * @param revision of the night
 * @param cause the record that brought it about
 * @param stands what was said last and believed; empty where nothing was, and while the seat was
 *     held
 * @param checking what was being checked and not counted
 * @param held who held the seat and why
 */
record SeatRevision(
    long revision,
    Cause cause,
    Optional<Stands> stands,
    Optional<Checking> checking,
    Optional<Hold> held) {

  /**
   * What stood.
   *
   * @param revision of the declaration
   * @param status where it stood in its life
   * @param at when it was said
   * @param source who said it
   * @param reason why; empty where not told
   * @param winner who was elected; empty of a recount and a withdrawal, and where only the party is
   *     known
   * @param party the winner's
   * @param majority in votes; empty for an unopposed winner, and while votes are not known
   */
  record Stands(
      int revision,
      Status status,
      Instant at,
      String source,
      Optional<String> reason,
      Optional<String> winner,
      Optional<PartyCode> party,
      OptionalInt majority) {

    long characters() {
      return source.length()
          + reason.map(String::length).orElse(0)
          + winner.map(String::length).orElse(0);
    }

    static Stands of(Result result) {
      return new Stands(
          result.revision(),
          result.status(),
          result.declaredAt(),
          result.source(),
          result.reason(),
          Optional.of(result.winner()).filter(name -> !name.isEmpty()),
          Optional.of(result.party()),
          votes(result));
    }

    static Stands of(Announced announced) {
      return new Stands(
          announced.revision(),
          announced.status(),
          announced.at(),
          announced.source(),
          announced.reason(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty());
    }
  }

  static SeatRevision of(Update update, SeatReport report) {
    return new SeatRevision(
        update.revision(),
        update.receipt().cause(),
        report.result().map(Stands::of).or(() -> report.announced().map(Stands::of)),
        report.checking(),
        report.held());
  }

  /** How much others wrote in it. */
  long characters() {
    return stands.map(Stands::characters).orElse(0L)
        + checking
            .map(
                doubt ->
                    doubt.source().length()
                        + doubt.queries().stream().mapToLong(query -> query.words().length()).sum())
            .orElse(0L)
        + held.map(hold -> (long) hold.by().length() + hold.reason().length()).orElse(0L);
  }

  /** A result's majority in votes, where it has one. */
  static OptionalInt votes(Result result) {
    return result.majority().map(Majority::votes).map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
