package electionnight.dashboard.push;

import electionnight.dashboard.view.Replaced;
import electionnight.domain.Update;
import java.util.Optional;

/**
 * An update on its way to the clients.
 *
 * @param feed the night it belongs to
 * @param update what changed
 * @param json the update's message as it was read from Kafka
 * @param before what it takes the place of; empty where the update before it was never seen
 * @param publishedAt when it was published, in milliseconds since 1970
 * @param live false for one that is only read again after a start
 */
public record Publication(
    Feed feed,
    Update update,
    byte[] json,
    Optional<Replaced> before,
    long publishedAt,
    boolean live) {}
