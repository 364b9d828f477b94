package electionnight.webhooks;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the webhooks are told.
 *
 * @param endpoints the file that says where alerts are delivered
 * @param allowHttp whether hosts other than this one may be spoken to without TLS
 * @param setAsideAfter after so long of nothing but failures an endpoint is set aside
 */
public record WebhooksSettings(Path endpoints, boolean allowHttp, Duration setAsideAfter) {

  static final Duration SET_ASIDE_AFTER = Duration.ofHours(1);
}
