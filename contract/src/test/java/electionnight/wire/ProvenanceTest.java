package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {
  private static final TraceParent TRACE = TraceParent.begin();

  @Test
  void whatARecordIsToldItTells() {
    Provenance said = new Provenance(Optional.of("press-association"), Optional.of(TRACE));
    Headers headers = new RecordHeaders();

    said.addTo(headers);

    assertThat(Provenance.of(headers)).isEqualTo(said);
  }

  @Test
  void ofSeveralTheLastCounts() {
    Headers headers = new RecordHeaders();
    headers.add("source", bytes("before"));
    new Provenance(Optional.of("desk"), Optional.of(TRACE)).addTo(headers);

    assertThat(Provenance.of(headers).source()).hasValue("desk");
  }

  @Test
  void oddHeadersCountAsNone() {
    Headers headers = new RecordHeaders();
    assertThat(Provenance.of(headers)).isEqualTo(Provenance.UNKNOWN);

    for (byte[] odd :
        new byte[][] {null, {}, {(byte) 0xFF}, bytes("A\u001b[31m"), new byte[1_000_000]}) {
      headers.add("source", odd);
      headers.add("traceparent", odd);
      assertThat(Provenance.of(headers)).isEqualTo(Provenance.UNKNOWN);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
