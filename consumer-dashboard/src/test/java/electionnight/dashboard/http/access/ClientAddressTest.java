package electionnight.dashboard.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private static final TrustedProxies OURS =
      TrustedProxies.in(List.of("10.0.0.0/8", "127.0.0.1", "fd00::/8"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "192.0.2.7      | -                               | 192.0.2.7",
        "192.0.2.7      | 198.51.100.1                    | 192.0.2.7",
        "10.1.2.3       | -                               | 10.1.2.3",
        "10.1.2.3       | 198.51.100.1                    | 198.51.100.1",
        "10.1.2.3       | 203.0.113.5, 198.51.100.1       | 198.51.100.1",
        "10.1.2.3       | 203.0.113.5, 10.9.9.9           | 203.0.113.5",
        "10.1.2.3       | 203.0.113.5,10.9.9.9,127.0.0.1  | 203.0.113.5",
        "127.0.0.1      | 10.4.4.4                        | 10.4.4.4",
        "10.1.2.3       | 198.51.100.1, unknown           | 10.1.2.3",
        "10.1.2.3       | 198.51.100.1,                   | 10.1.2.3",
        "10.1.2.3       | 198.51.100.1:4711               | 198.51.100.1",
        "10.1.2.3       | [2001:db8::1]:4711              | 2001:db8::/64",
        "fd00::1        | 2001:db8:1:2:3:4:5:6           | 2001:db8:1:2::/64",
        "10.1.2.3       | ::ffff:198.51.100.1             | 198.51.100.1",
        "2001:db8::9    | 198.51.100.1                    | 2001:db8::/64",
        "::1            | 198.51.100.1                    | ::/64"
      })
  void theLastOneThatIsNoProxyOfOursCounts(String peer, String forwardedFor, String counted) {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(peer);
    List<String> headers = forwardedFor == null ? List.of() : List.of(forwardedFor);

    assertThat(ClientAddress.of(address, headers, OURS)).isEqualTo(counted);
  }

  @Test
  void severalHeadersAreOneList() {
    InetAddress proxy = NetUtil.createInetAddressFromIpAddressString("10.1.2.3");

    assertThat(ClientAddress.of(proxy, List.of("203.0.113.5", "198.51.100.1, 10.7.7.7"), OURS))
        .isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "fd00::/129"})
  void whatIsNoSubnetIsNotTrusted(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedProxies.in(List.of(text)))
        .withMessageContaining("'" + text + "'");
  }
}
