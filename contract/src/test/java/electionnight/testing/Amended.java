package electionnight.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.wire.Decoded;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.util.function.Consumer;

/** A message like another, but for a few fields: shorter than naming all the others again. */
public final class Amended {
  private Amended() {}

  /** The value as it reads after its JSON was changed; what is then unreadable is a bug. */
  public static <T> T of(MessageType<T> type, T value, Consumer<ObjectNode> change) {
    ObjectNode tree = Json.shared().valueToTree(value);
    tree.put("schemaVersion", MessageType.SCHEMA_VERSION).put("type", type.name());
    change.accept(tree);
    Decoded<T> decoded = type.read(tree);
    return decoded.orElseThrow();
  }
}
