package electionnight.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Seat;
import electionnight.testing.Golden;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as a tree: the golden one of each kind, then those of a {@link Story}, which together
 * have every field there is.
 */
record Example(MessageType<?> message, ObjectNode tree) {

  static List<Example> all() {
    List<Example> all = new ArrayList<>();
    MessageType.ALL.forEach(type -> all.add(new Example(type, Golden.tree(type))));
    Story story = Story.told();
    story.inputs().forEach(input -> all.add(of(input)));
    story.updates().forEach(update -> all.add(of(MessageType.UPDATE, update)));
    story.results().forEach(result -> all.add(of(MessageType.RESULT, result)));
    story.scoreboards().forEach(board -> all.add(of(MessageType.SCOREBOARD, board)));
    story.alerts().forEach(alert -> all.add(of(MessageType.ALERT, alert)));
    return all;
  }

  private static Example of(Input input) {
    if (input instanceof Election election) {
      return of(MessageType.ELECTION, election);
    } else if (input instanceof Seat seat) {
      return of(MessageType.SEAT, seat);
    } else if (input instanceof Declaration declaration) {
      return of(MessageType.DECLARATION, declaration);
    } else if (input instanceof Confirmation confirmation) {
      return of(MessageType.CONFIRMATION, confirmation);
    } else if (input instanceof Hold hold) {
      return of(MessageType.HOLD, hold);
    } else {
      return of(MessageType.ALERT_SWITCH, (AlertSwitch) input);
    }
  }

  private static <T> Example of(MessageType<T> type, T value) {
    return new Example(type, (ObjectNode) MessageType.parse(type.write(value)).orElseThrow());
  }
}
