package electionnight.dashboard.http;

import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Selection;
import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What part of a night a request wants to follow.
 *
 * @param selection the whole night where it says nothing, and where it is refused
 * @param refusal why it cannot be had; empty where it can
 */
record Selected(Selection selection, Optional<Problem> refusal) {
  private static final String ONLY = "only";
  private static final String SEAT = "seat";
  private static final String PARTY = "party";
  private static final String SCOREBOARD = "scoreboard";

  static Selected by(HttpServerRequest request, NightView night) {
    List<String> given =
        Stream.of(ONLY, SEAT, PARTY, SCOREBOARD)
            .filter(name -> request.getParam(name) != null)
            .toList();
    if (given.isEmpty()) {
      return new Selected(Selection.whole(), Optional.empty());
    }
    if (given.size() > 1) {
      return refused(
          Problem.badRequest(
              String.join(" and ", given) + " were given; a stream takes one of them at most."));
    }
    String name = given.get(0);
    String value = request.getParam(name);
    return switch (name) {
      case ONLY -> exactly(name, value, "alerts", Selection.alerts());
      case SCOREBOARD -> exactly(name, value, "changes", Selection.scoreboardChanges());
      case SEAT ->
          NightApi.parse(value, SeatId::new)
              .filter(seat -> night.seat(seat).isPresent())
              .map(Selection::seat)
              .map(Selected::of)
              .orElseGet(() -> unknown(name, value, night));
      default ->
          NightApi.parse(value, PartyCode::new)
              .filter(party -> night.election().party(party).isPresent())
              .map(Selection::party)
              .map(Selected::of)
              .orElseGet(() -> unknown(name, value, night));
    };
  }

  private static Selected exactly(String name, String value, String expected, Selection then) {
    return value.equals(expected)
        ? of(then)
        : refused(
            Problem.badRequest(
                name + " is '" + value + "', expected " + name + "=" + expected + "."));
  }

  private static Selected unknown(String what, String value, NightView night) {
    return refused(
        Problem.notFound(
            "There is no " + what + " '" + value + "' in " + night.election().election() + "."));
  }

  private static Selected of(Selection selection) {
    return new Selected(selection, Optional.empty());
  }

  private static Selected refused(Problem problem) {
    return new Selected(Selection.whole(), Optional.of(problem));
  }
}
