package electionnight.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.wire.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;

/** Our own state as JSON; it is never anybody else's input. */
final class StateJson {
  private StateJson() {}

  static byte[] write(Object value) {
    try {
      return Json.shared().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + value.getClass().getName() + " cannot be kept", e);
    }
  }

  /** Null where there is none. */
  static <T> T read(byte[] bytes, Class<T> type) {
    if (bytes == null) {
      return null;
    }
    try {
      return Json.shared().readValue(bytes, type);
    } catch (IOException e) {
      throw new SerializationException(e);
    }
  }
}
