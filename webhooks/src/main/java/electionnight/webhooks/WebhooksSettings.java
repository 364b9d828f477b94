package electionnight.webhooks;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the webhooks are told.
 *
 * @param endpoints the file that says where alerts are delivered
 * @param allowHttp whether hosts other than this one may be spoken to without TLS
 * @param setAsideAfter after so long of nothing but failures an endpoint is set aside
 * @param admin where ops can ask; empty for nowhere
 */
public record WebhooksSettings(
    Path endpoints, boolean allowHttp, Duration setAsideAfter, Optional<InetSocketAddress> admin) {

  static final Duration SET_ASIDE_AFTER = Duration.ofHours(1);
  static final String ADMIN_HOST = "127.0.0.1";
  static final int ADMIN_PORT = 8082;
}
