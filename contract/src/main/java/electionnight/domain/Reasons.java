package electionnight.domain;

import electionnight.domain.Reason.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The reasons found against one input, and the limits that hold wherever it has such a field. */
final class Reasons {
  /**
   * The most characters of a name. It is told again in every alert about its seat and in every
   * update, and whatever follows from an input must fit into a record.
   */
  private static final int LONGEST_NAME = 200;

  /** The most characters of a reason or a source, which are told again like names. */
  private static final int LONGEST_TEXT = 1_000;

  /** The most candidates of one seat; the longest British ballots have had fewer than 30. */
  private static final int MOST_CANDIDATES = 200;

  /** Beyond these years a time has no local date, or none that a page could show. */
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final List<Reason> found = new ArrayList<>();

  List<Reason> found() {
    return List.copyOf(found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void party(String field, Election election, PartyCode party) {
    if (election.party(party).isEmpty()) {
      add(Code.UNKNOWN_PARTY, field, party.value(), "a party of " + election.election());
    }
  }

  void votes(String field, int votes) {
    if (votes < 0) {
      add(Code.IMPOSSIBLE_VOTES, field, votes, "0 or more");
    }
  }

  void name(String field, String name) {
    atMost(LONGEST_NAME, field, name);
  }

  void text(String field, String text) {
    atMost(LONGEST_TEXT, field, text);
  }

  private void atMost(int longest, String field, String text) {
    if (text.length() > longest) {
      add(Code.INVALID_FIELD, field, text, atMost(longest) + " characters");
    }
  }

  void time(String field, Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      add(Code.INVALID_FIELD, field, time, "a time from " + EARLIEST + " to " + LATEST);
    }
  }

  void most(String field, int candidates) {
    if (candidates > MOST_CANDIDATES) {
      add(Code.INVALID_FIELD, field, candidates + " candidates", atMost(MOST_CANDIDATES));
    }
  }

  static String atMost(int most) {
    return "at most " + most;
  }

  void add(Code code, String field, Object value, String expected) {
    found.add(new Reason(code, field, String.valueOf(value), expected));
  }
}
