package electionnight.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MeasuredAuditTest {
  private static final String REQUESTS = "election.night.intake.requests";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void everyAnswerThatEachMayGetStandsAtNothingFromTheStart() {
    IntakeClient.settings(new HeardAudit()).measured(meters);

    List<String> expected =
        Stream.of("intake", "unknown")
            .flatMap(
                source ->
                    Stream.of(202, 400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 503)
                        .map(status -> source + " " + status + " 0.0"))
            .toList();
    assertThat(meters.find(REQUESTS).counters())
        .extracting(MeasuredAuditTest::words)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String words(Counter counter) {
    return counter.getId().getTag("source")
        + " "
        + counter.getId().getTag("status")
        + " "
        + counter.count();
  }
}
