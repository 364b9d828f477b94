package electionnight.dashboard.http;

import electionnight.dashboard.view.History;
import electionnight.domain.ElectionId;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * A number that a request asks with, or why it cannot be had.
 *
 * @param value empty where it was not asked for, or cannot be had
 * @param refusal empty where it can be had
 */
record Asked(OptionalLong value, Optional<Problem> refusal) {
  private static final Asked NOTHING = new Asked(OptionalLong.empty(), Optional.empty());

  /** Any revision that a long can hold, and nothing else. */
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

  /** The revision at which a night is to be shown, told as {@code revision} or {@code at}. */
  static Asked moment(HttpServerRequest request, ElectionId night, History history) {
    String at = request.getParam("at");
    if (at == null) {
      return revision("revision", request, night, history);
    }
    if (request.getParam("revision") != null) {
      return refused(
          Problem.badRequest("Both revision and at were given; one of them says which moment."));
    }
    return time(at)
        .map(
            time -> {
              OptionalLong revision = history.revisionAt(time);
              return revision.isPresent()
                  ? new Asked(revision, Optional.empty())
                  : refused(gone("What stood at " + time + " in " + night, history));
            })
        .orElseGet(
            () ->
                refused(
                    Problem.badRequest(
                        "at is '" + at + "', expected a time such as 2024-07-04T22:18:35Z.")));
  }

  /** A revision of a night that is kept. */
  static Asked revision(
      String parameter, HttpServerRequest request, ElectionId night, History history) {
    return number(
        parameter,
        request,
        "a revision such as 12",
        revision -> {
          if (revision > history.newest()) {
            return Optional.of(
                Problem.notFound(
                    night
                        + " has reached revision "
                        + history.newest()
                        + ", and not yet "
                        + revision
                        + "."));
          }
          return revision < history.oldest()
              ? Optional.of(gone("Revision " + revision + " of " + night, history))
              : Optional.empty();
        });
  }

  /** How many of something, from 1. */
  static Asked limit(HttpServerRequest request, int most) {
    String expected = "a number from 1 to " + most;
    return number(
        "limit",
        request,
        expected,
        limit ->
            limit >= 1 && limit <= most
                ? Optional.empty()
                : Optional.of(
                    Problem.badRequest("limit is '" + limit + "', expected " + expected + ".")));
  }

  private static Asked number(
      String parameter,
      HttpServerRequest request,
      String expected,
      LongFunction<Optional<Problem>> check) {
    String told = request.getParam(parameter);
    if (told == null) {
      return NOTHING;
    }
    if (!WHOLE.matcher(told).matches()) {
      return refused(
          Problem.badRequest(parameter + " is '" + told + "', expected " + expected + "."));
    }
    long number = Long.parseLong(told);
    return check
        .apply(number)
        .map(Asked::refused)
        .orElse(new Asked(OptionalLong.of(number), Optional.empty()));
  }

  private static Optional<Instant> time(String told) {
    try {
      // In an address a plus sign means a space.
      return Optional.of(Instant.parse(told.replace(' ', '+')));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Problem gone(String what, History history) {
    return Problem.of(
        HttpResponseStatus.GONE,
        what + " is no longer kept; the oldest revision that is, is " + history.oldest() + ".");
  }

  private static Asked refused(Problem problem) {
    return new Asked(OptionalLong.empty(), Optional.of(problem));
  }
}
