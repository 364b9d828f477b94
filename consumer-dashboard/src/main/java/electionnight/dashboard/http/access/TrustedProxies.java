package electionnight.dashboard.http.access;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** The proxies in front of us, whose word on where a request comes from is taken. */
public final class TrustedProxies {
  private final List<IpSubnetFilterRule> subnets;

  private TrustedProxies(List<IpSubnetFilterRule> subnets) {
    this.subnets = subnets;
  }

  /**
   * @param subnets such as {@code 10.0.0.0/8}, {@code fd00::/8} or a single address
   * @throws IllegalArgumentException when one is not a subnet
   */
  public static TrustedProxies in(List<String> subnets) {
    return new TrustedProxies(subnets.stream().map(TrustedProxies::subnet).toList());
  }

  boolean trusts(InetAddress address) {
    InetSocketAddress any = new InetSocketAddress(address, 0);
    return subnets.stream().anyMatch(subnet -> subnet.matches(any));
  }

  private static IpSubnetFilterRule subnet(String text) {
    String[] parts = text.strip().split("/", 2);
    // Netty's own reading of a text would ask the DNS for what is not an address.
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
    try {
      if (address != null) {
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
      }
    } catch (IllegalArgumentException e) {
      throw notASubnet(text, e);
    }
    throw notASubnet(text, null);
  }

  private static IllegalArgumentException notASubnet(String text, Exception cause) {
    return new IllegalArgumentException(
        "a trusted proxy is an address or a subnet such as 10.0.0.0/8, not '" + text + "'", cause);
  }
}
