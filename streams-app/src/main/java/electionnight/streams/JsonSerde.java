package electionnight.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.wire.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes.WrapperSerde;

/** Our own state as JSON; it is never anybody else's input. */
final class JsonSerde<T> extends WrapperSerde<T> {

  JsonSerde(Class<T> type) {
    super((topic, value) -> write(value), (topic, bytes) -> read(bytes, type));
  }

  private static byte[] write(Object value) {
    if (value == null) {
      return null;
    }
    try {
      return Json.shared().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new SerializationException(e);
    }
  }

  private static <T> T read(byte[] bytes, Class<T> type) {
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
