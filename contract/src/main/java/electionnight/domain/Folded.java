package electionnight.domain;

import java.util.List;
import java.util.Optional;

/** What became of an input to the fold. */
public sealed interface Folded {

  /**
   * It changed the night.
   *
   * @param night the night as it stands now
   * @param seats the seats that changed, as they stand now; none where only the election did
   * @param update what to publish; empty where no figure that was published changes
   */
  record Accepted(Night night, List<SeatState> seats, Optional<Update> update) implements Folded {
    public Accepted {
      seats = List.copyOf(seats);
    }
  }

  /**
   * It said nothing new.
   *
   * @param why the kind of nothing
   */
  record Ignored(Why why) implements Folded {

    /** Kinds of nothing new. */
    public enum Why {
      /** The same was said before. */
      DUPLICATE,
      /** A higher revision of this seat was accepted before. */
      SUPERSEDED
    }
  }

  /**
   * It cannot be true.
   *
   * @param reasons at least one
   */
  record Rejected(List<Reason> reasons) implements Folded {
    public Rejected {
      reasons = List.copyOf(reasons);
    }

    static Rejected of(Reason.Code code, String field, String value, String expected) {
      return new Rejected(List.of(new Reason(code, field, value, expected)));
    }
  }
}
