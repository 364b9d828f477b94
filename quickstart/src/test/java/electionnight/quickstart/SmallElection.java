package electionnight.quickstart;

import electionnight.domain.Hex;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.wire.MessageType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A corner of the general election of 2024 as an election of its own: all of it, in little. */
final class SmallElection {
  /** Where the biggest majority of the night was overturned. */
  static final SeatId CENTRE = new SeatId("E14001114");

  static final String CENTRE_NAME = "Boston and Skegness";
  static final int SEATS = 36;

  private SmallElection() {}

  /** The seats nearest to {@link #CENTRE} on the map, and what was declared of them. */
  static RecordedNight as(String id) {
    RecordedNight whole = RenamedNight.as(id, Nights.open("general-election-2024"));
    Hex centre =
        whole.seats().stream()
            .filter(seat -> seat.seat().equals(CENTRE))
            .findFirst()
            .flatMap(Seat::hex)
            .orElseThrow();
    List<Seat> seats =
        whole.seats().stream()
            .sorted(Comparator.comparingInt(seat -> distance(seat.hex().orElseThrow(), centre)))
            .limit(SEATS)
            .toList();
    Set<SeatId> codes = seats.stream().map(Seat::seat).collect(Collectors.toSet());
    return new RecordedNight(
        Amended.of(
            MessageType.ELECTION,
            whole.election(),
            tree -> tree.put("seats", SEATS).put("name", "A corner of the general election")),
        seats,
        whole.declarations().stream().filter(word -> codes.contains(word.seat())).toList(),
        whole.confirmations().stream().filter(word -> codes.contains(word.seat())).toList());
  }

  private static int distance(Hex one, Hex other) {
    int across = one.q() - other.q();
    int up = one.r() - other.r();
    return across * across + up * up;
  }
}
