package electionnight.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The golden example of each message: Mid Bedfordshire in the night of 19 October 2023. */
public final class Golden {
  private Golden() {}

  /** The example's bytes as they are in the file. */
  public static byte[] bytes(MessageType<?> type) {
    return resource(type.name() + ".example.json");
  }

  /** The example as a fresh tree, free to be changed. */
  public static ObjectNode tree(MessageType<?> type) {
    return json(type.name() + ".example.json");
  }

  /** The JSON Schema of a message. */
  public static ObjectNode schema(String name) {
    return json(name + ".schema.json");
  }

  /** The value that the example carries. */
  public static <T> T value(MessageType<T> type) {
    return type.read(bytes(type)).orElseThrow();
  }

  private static ObjectNode json(String file) {
    try {
      return (ObjectNode) Json.shared().readTree(resource(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static byte[] resource(String file) {
    try (InputStream in = MessageType.class.getResourceAsStream("/schema/" + file)) {
      return Objects.requireNonNull(in, "/schema/" + file + " is not on the class path")
          .readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
