package electionnight.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import electionnight.domain.Alert;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Hold;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of message: one JSON object that starts with {@code "schemaVersion"} and {@code "type"},
 * followed by the fields of a domain record under their own names. Its JSON Schema is the resource
 * {@code schema/<type>.schema.json}.
 *
 * @param <T> the record it carries
 */
public final class MessageType<T> {
  /** The version of all messages; readers refuse any other. */
  public static final int SCHEMA_VERSION = 1;

  /** The most bytes of any message that someone else may send us. */
  public static final int MAX_BYTES = 512 * 1024;

  public static final MessageType<Election> ELECTION =
      new MessageType<>("election", Election.class);
  public static final MessageType<Seat> SEAT = new MessageType<>("seat", Seat.class);
  public static final MessageType<Declaration> DECLARATION =
      new MessageType<>("declaration", Declaration.class);
  public static final MessageType<Confirmation> CONFIRMATION =
      new MessageType<>("confirmation", Confirmation.class);
  public static final MessageType<Hold> HOLD = new MessageType<>("hold", Hold.class);
  public static final MessageType<AlertSwitch> ALERT_SWITCH =
      new MessageType<>("alertSwitch", AlertSwitch.class);
  public static final MessageType<Update> UPDATE = ours("update", Update.class);
  public static final MessageType<Result> RESULT = ours("result", Result.class);
  public static final MessageType<Scoreboard> SCOREBOARD = ours("scoreboard", Scoreboard.class);
  public static final MessageType<Alert> ALERT = ours("alert", Alert.class);
  public static final MessageType<Rejected> REJECTED = ours("rejected", Rejected.class);

  /** Every kind of message there is. */
  public static final List<MessageType<?>> ALL =
      List.of(
          ELECTION,
          SEAT,
          DECLARATION,
          CONFIRMATION,
          HOLD,
          ALERT_SWITCH,
          UPDATE,
          RESULT,
          SCOREBOARD,
          ALERT,
          REJECTED);

  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, long.class, OptionalInt.class);
  private static final Set<Class<?>> NUMBERS = Set.of(double.class, BigDecimal.class);
  private static final Set<Class<?>> TRUTHS = Set.of(boolean.class, Boolean.class);

  private final String name;
  private final Class<T> body;
  private final int maxBytes;

  private MessageType(String name, Class<T> body) {
    this(name, body, MAX_BYTES);
  }

  /** What we say of others' messages, and with them, is longer than those may be. */
  private static <T> MessageType<T> ours(String name, Class<T> body) {
    return new MessageType<>(name, body, KafkaSettings.MAX_RECORD_BYTES);
  }

  private MessageType(String name, Class<T> body, int maxBytes) {
    this.name = name;
    this.body = body;
    this.maxBytes = maxBytes;
  }

  /** The value of the field {@code type}. */
  public String name() {
    return name;
  }

  /** The message as UTF-8 JSON; equal values give equal bytes. */
  public byte[] write(T value) {
    try {
      return Json.shared().writeValueAsBytes(new Envelope(SCHEMA_VERSION, name, value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + name + " cannot be written", e);
    }
  }

  /** Whether a value is what this type carries. */
  boolean carries(Object value) {
    return body.isInstance(value);
  }

  byte[] writeCarried(Object value) {
    return write(body.cast(value));
  }

  /** Reads a message of this type; null and empty bytes are unreadable. */
  public Decoded<T> read(byte[] bytes) {
    return parse(bytes, maxBytes).then(this::read);
  }

  /** Reads a message that was already parsed. */
  public Decoded<T> read(JsonNode message) {
    JsonNode version = message.path("schemaVersion");
    if (!version.isInt() || version.intValue() != SCHEMA_VERSION) {
      return Decoded.unreadable(
          new Reason(
              Code.UNSUPPORTED, "schemaVersion", text(version), String.valueOf(SCHEMA_VERSION)));
    }
    JsonNode type = message.path("type");
    if (!type.isTextual() || !type.textValue().equals(name)) {
      return Decoded.unreadable(new Reason(Code.UNSUPPORTED, "type", text(type), name));
    }
    try {
      return new Decoded.Read<>(Json.shared().treeToValue(message, body));
    } catch (JsonMappingException e) {
      return Decoded.unreadable(invalidField(message, e));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a parsed tree cannot be malformed", e);
    }
  }

  /** Parses any message that someone sent us, of whatever type. */
  public static Decoded<JsonNode> parse(byte[] bytes) {
    return parse(bytes, MAX_BYTES);
  }

  private static Decoded<JsonNode> parse(byte[] bytes, int maxBytes) {
    if (bytes == null || bytes.length == 0) {
      return Decoded.unreadable(new Reason(Code.UNREADABLE, "", "", "a JSON object"));
    }
    if (bytes.length > maxBytes) {
      return Decoded.unreadable(
          new Reason(
              Code.UNREADABLE, "", bytes.length + " bytes", "at most " + maxBytes + " bytes"));
    }
    try {
      JsonNode message = Json.shared().readTree(bytes);
      if (message == null || !message.isObject()) {
        return Decoded.unreadable(new Reason(Code.UNREADABLE, "", text(message), "a JSON object"));
      }
      return new Decoded.Read<>(message);
    } catch (JsonProcessingException e) {
      return Decoded.unreadable(
          new Reason(
              Code.UNREADABLE,
              "",
              e.getOriginalMessage()
                  + (e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset()),
              "a JSON object"));
    } catch (IOException e) {
      return Decoded.unreadable(
          new Reason(Code.UNREADABLE, "", String.valueOf(e.getMessage()), "JSON in UTF-8"));
    } catch (NumberFormatException e) {
      // Jackson lets this one through for an exponent beyond any.
      return Decoded.unreadable(
          new Reason(Code.UNREADABLE, "", String.valueOf(e.getMessage()), "a JSON object"));
    }
  }

  private static Reason invalidField(JsonNode message, JsonMappingException e) {
    JsonNode at = message;
    StringBuilder field = new StringBuilder();
    for (Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
        at = at.path(step.getIndex());
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
        at = at.path(step.getFieldName());
      }
    }
    return new Reason(Code.INVALID_FIELD, field.toString(), text(at), expected(e));
  }

  private static String expected(JsonMappingException e) {
    if (e instanceof UnexpectedValueException unexpected) {
      return unexpected.expected();
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return String.valueOf(e.getCause().getMessage());
    }
    Class<?> target = target(e);
    if (target == null) {
      return "a value";
    }
    if (target.isEnum()) {
      return Arrays.stream(target.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(" or "));
    }
    if (WHOLE_NUMBERS.contains(target)) {
      return "a whole number";
    }
    if (TRUTHS.contains(target)) {
      return "true or false";
    }
    if (NUMBERS.contains(target)) {
      return "a number";
    }
    return Iterable.class.isAssignableFrom(target)
        ? "a list"
        : Json.EXPECTED.getOrDefault(target, "an object");
  }

  private static Class<?> target(JsonMappingException e) {
    if (e instanceof MismatchedInputException mismatch) {
      return mismatch.getTargetType();
    }
    return e.getCause() instanceof InputCoercionException tooLarge
        ? tooLarge.getTargetType()
        : null;
  }

  private static String text(JsonNode node) {
    if (node == null || node.isMissingNode()) {
      return "";
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }

  private record Envelope(int schemaVersion, String type, @JsonUnwrapped Object body) {}
}
