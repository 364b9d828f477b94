package electionnight.dashboard.view;

import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import java.util.Optional;

/**
 * What part of a night a reader follows: how the night is shown to begin with, and what is told of
 * each update. Two that are equal show the same.
 */
public interface Selection {

  /** Everything: each update is told in the bytes of its message. */
  static Selection whole() {
    return new WholeNight();
  }

  /** Everything, but of the totals only what is not as it was. */
  static Selection scoreboardChanges() {
    return new ScoreboardChanges();
  }

  /** The alerts. */
  static Selection alerts() {
    return new OnlyAlerts();
  }

  /** What is said of a seat, and the alerts that are or once were about it. */
  static Selection seat(SeatId seat) {
    return new OneSeat(seat);
  }

  /**
   * A party's totals, the seats that it won or lost or no longer did, and the alerts that name it
   * or are about such a seat, or once did.
   */
  static Selection party(PartyCode party) {
    return new OneParty(party);
  }

  /** The night as it stands, one JSON object in UTF-8. */
  byte[] snapshot(NightView night);

  /**
   * What is told of an update, one JSON object in UTF-8.
   *
   * @param json its message
   * @param before what it takes the place of
   * @return empty where it says nothing of what is followed
   */
  Optional<byte[]> update(Update update, byte[] json, Replaced before);
}
