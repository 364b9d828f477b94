package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.testing.Golden;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of each message, missing, null, or of the wrong kind. */
class FieldsTest {

  static Stream<Field> fields() {
    return Field.ofAllMessages();
  }

  static Stream<Field> lists() {
    return fields().filter(field -> field.type() instanceof ParameterizedType);
  }

  static List<MessageType<?>> messages() {
    return MessageType.ALL;
  }

  @Test
  void everyFieldOfEveryRecordIsInAnExample() {
    assertThat(fields().map(Field::name)).containsExactlyInAnyOrderElementsOf(Field.namesOfAll());
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aRequiredFieldMustBeThereAndAnOptionalOneNeedNot(Field field) {
    ObjectNode message = field.removed();

    assertThat(Schemas.errors(field.message(), message).isEmpty())
        .as("%s is optional by the schema", field)
        .isEqualTo(!field.required());
    if (field.required()) {
      assertRefused(field, message, "", field.expected());
    } else {
      assertThat(field.message().read(message)).isInstanceOf(Read.class);
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void nullIsNoValueOfARequiredField(Field field) {
    ObjectNode message = field.replaced(NullNode.getInstance());

    if (field.required()) {
      assertRefused(field, message, "null", null);
    } else {
      assertThat(field.message().read(message)).isInstanceOf(Read.class);
    }
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aValueOfTheWrongKindIsNamedWithItsPathAndWhatWasExpected(Field field) {
    field
        .wrongValues()
        .forEach(
            (value, expected) -> {
              ObjectNode message = field.replaced(value);
              assertRefused(
                  field, message, value.isTextual() ? value.textValue() : value + "", expected);
              assertThat(Schemas.errors(field.message(), message))
                  .as("what the schema finds wrong with %s in %s", value, field)
                  .isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("lists")
  void nullIsNoItemOfAList(Field field) {
    ObjectNode message = field.extended(NullNode.getInstance());

    Reason reason = refusal(field.message(), message);

    assertThat(reason.code()).isEqualTo(Code.INVALID_FIELD);
    assertThat(reason.field()).isEqualTo(field.path() + "[0]");
    assertThat(Schemas.errors(field.message(), message)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void anItemOfTheWrongKindIsNamedWithItsPlaceInTheList(Field field) {
    Field item = field.item();
    item.wrongValues()
        .forEach(
            (value, expected) -> {
              ObjectNode message = field.extended(value);
              assertRefused(
                  item, message, value.isTextual() ? value.textValue() : value + "", expected);
              assertThat(Schemas.errors(field.message(), message))
                  .as("what the schema finds wrong with %s in %s", value, item)
                  .isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("messages")
  void anyOtherVersionOrTypeIsUnsupported(MessageType<?> type) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    for (JsonNode version :
        List.of(
            nodes.numberNode(2), nodes.textNode("1"), nodes.numberNode(1.0), nodes.nullNode())) {
      ObjectNode message = Golden.tree(type).set("schemaVersion", version);
      assertUnsupported(type, message, "schemaVersion", "1");
    }
    for (JsonNode name : List.of(nodes.textNode("ballot"), nodes.numberNode(1), nodes.nullNode())) {
      assertUnsupported(type, Golden.tree(type).set("type", name), "type", type.name());
    }
    assertUnsupported(type, Golden.tree(type).without("schemaVersion"), "schemaVersion", "1");
    assertUnsupported(type, Golden.tree(type).without("type"), "type", type.name());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void unknownFieldsAreIgnored(MessageType<?> type) {
    ObjectNode message = Golden.tree(type);
    message.findParents("name").forEach(FieldsTest::extend);
    message.findParents("votes").forEach(FieldsTest::extend);
    extend(message);

    assertThat(type.read(message)).isEqualTo(new Read<>(Golden.value(type)));
    assertThat(Schemas.errors(type, message)).isEmpty();
  }

  private static void extend(JsonNode object) {
    ((ObjectNode) object).putObject("addedLater").putArray("deeper").add(1).addNull();
  }

  private static void assertUnsupported(
      MessageType<?> type, JsonNode message, String field, String expected) {
    Reason reason = refusal(type, message);
    assertThat(reason.code()).isEqualTo(Code.UNSUPPORTED);
    assertThat(reason.field()).isEqualTo(field);
    assertThat(reason.expected()).isEqualTo(expected);
    assertThat(Schemas.errors(type, message))
        .as("%s %s by the schema", field, message.path(field))
        .satisfies(
            errors ->
                assertThat(errors.isEmpty())
                    .isEqualTo(message.path(field).isFloatingPointNumber()));
  }

  private static void assertRefused(Field field, JsonNode message, String value, String expected) {
    Reason reason = refusal(field.message(), message);
    assertThat(reason.code()).as(field.toString()).isEqualTo(Code.INVALID_FIELD);
    assertThat(reason.field()).as("the field that %s names", reason).isEqualTo(field.path());
    assertThat(reason.value()).as("the value in %s", reason).isEqualTo(value);
    if (expected == null) {
      assertThat(reason.expected()).as("what %s expects", reason).isNotBlank();
    } else {
      assertThat(reason.expected()).as("what %s expects", reason).isEqualTo(expected);
    }
  }

  private static Reason refusal(MessageType<?> type, JsonNode message) {
    Decoded<?> decoded = type.read(message);
    assertThat(decoded).as("%s", message).isInstanceOf(Unreadable.class);
    return ((Unreadable<?>) decoded).reasons().get(0);
  }
}
