package electionnight.audit;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Seat;

/** What an input is, as a part of a sentence. */
final class InputWords {
  private InputWords() {}

  static String of(Input input) {
    if (input instanceof Election election) {
      return "the election " + election.election();
    } else if (input instanceof Seat seat) {
      return "the reference data of " + seat.seat() + " " + seat.name();
    } else if (input instanceof Declaration said) {
      return said.source()
          + "'s word on "
          + said.seat()
          + ", revision "
          + said.revision()
          + ", "
          + said.status();
    } else if (input instanceof Confirmation confirmation) {
      return confirmation.by()
          + "'s confirmation of "
          + confirmation.seat()
          + ", revision "
          + confirmation.revision();
    } else if (input instanceof Hold hold) {
      return hold.by() + (hold.held() ? "'s hold of " : "'s release of ") + hold.seat();
    }
    AlertSwitch change = (AlertSwitch) input;
    return change.by() + (change.stopped() ? "'s stop of all alerts" : "'s release of the alerts");
  }
}
