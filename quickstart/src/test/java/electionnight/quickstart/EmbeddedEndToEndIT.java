package electionnight.quickstart;

import electionnight.wire.KafkaSettings;
import java.util.Optional;

/** The contract on the broker that the quickstart embeds. */
class EmbeddedEndToEndIT extends EndToEndContract {
  @Override
  Optional<KafkaSettings> cluster() {
    return Optional.empty();
  }
}
