package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.dashboard.testing.ANight;
import electionnight.domain.Heard;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServedScoreboardTest {
  private static final Instant NOW = Instant.parse("2023-10-20T02:00:00Z");

  private final ANight night = ANight.of("october");
  private final NightFold fold = new NightFold(10);

  @Test
  void aNightWithoutADeclarationIsASentence() {
    fold.put(night.election(), new Heard(ANight.electionRecord(0), NOW));

    assertThat(served())
        .contains("<p class=\"sentence\">0 of 3 declared.</p>")
        .contains("TEST: a rehearsal")
        .doesNotContain("<table>")
        .doesNotContain("<ol>");
  }

  @Test
  void whatOthersWroteIsTextOnOneLineIsolatedAndCut() {
    Seat seat = night.seat("S1", "<b>\"S\"</b>\n&\u2028" + "\uD83D\uDE00".repeat(200));
    fold.put(night.election(), new Heard(ANight.electionRecord(0), NOW));
    fold.put(seat, new Heard(ANight.electionRecord(1), NOW));
    Update update = night.update(1, seat);
    fold.apply(update, MessageType.UPDATE.write(update), NOW);

    assertThat(served())
        .contains("<bdi>&lt;b&gt;\"S\"&lt;/b&gt; &amp; \uD83D\uDE00")
        .contains("\uD83D\uDE00…</bdi>: Labour gain from the Conservatives, majority 1,000 (");
  }

  private String served() {
    return ServedScoreboard.of(fold.view().orElseThrow());
  }
}
