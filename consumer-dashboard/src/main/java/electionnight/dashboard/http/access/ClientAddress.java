package electionnight.dashboard.http.access;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a request comes from, as far as that can be believed. */
final class ClientAddress {
  /** Some proxies add the port: {@code 192.0.2.7:4711}, {@code [2001:db8::1]:4711}. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?|([^:]*):\\d+");

  /** What one household or one server is given of IPv6; within it, an address costs nothing. */
  private static final int IPV6_NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * The last one on the way to us that is no proxy of ours, as a key to count by: an IPv4 address,
   * or the /64 of an IPv6 one.
   *
   * @param peer the other end of the connection
   * @param forwardedFor the {@code X-Forwarded-For} headers in their order; only believed from
   *     proxies of ours
   */
  static String of(InetAddress peer, List<String> forwardedFor, TrustedProxies proxies) {
    InetAddress client = peer;
    List<String> way =
        forwardedFor.stream().flatMap(value -> Arrays.stream(value.split(",", -1))).toList();
    for (int i = way.size() - 1; i >= 0 && proxies.trusts(client); i--) {
      InetAddress before = parse(way.get(i).strip());
      if (before == null) {
        break;
      }
      client = before;
    }
    return key(client);
  }

  static String key(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] network = Arrays.copyOf(address.getAddress(), address.getAddress().length);
    Arrays.fill(network, IPV6_NETWORK_BYTES, network.length, (byte) 0);
    try {
      return NetUtil.toAddressString(InetAddress.getByAddress(network)) + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an IPv6 address", e);
    }
  }

  private static InetAddress parse(String text) {
    Matcher port = WITH_PORT.matcher(text);
    String address = !port.matches() ? text : port.group(1) != null ? port.group(1) : port.group(2);
    return NetUtil.createInetAddressFromIpAddressString(address);
  }
}
