package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientsReportTest {
  @Test
  void tellsWhoIsIn() throws Exception {
    ClientsReport report = new ClientsReport(3, Map.of("192.0.2.1", 2), Map.of("total", 7L), 5, 4);

    assertThat(Json.shared().writeValueAsString(report))
        .isEqualTo(
            "{\"clients\":3,\"addresses\":{\"192.0.2.1\":2},\"refused\":{\"total\":7},"
                + "\"resyncs\":5,\"slowCloses\":4}");
  }
}
