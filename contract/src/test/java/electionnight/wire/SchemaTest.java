package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.testing.Golden;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A schema says what the record says: the same fields, the same of them required, each described.
 */
class SchemaTest {
  private static final List<String> ENVELOPE = List.of("schemaVersion", "type");

  static List<MessageType<?>> messages() {
    return MessageType.ALL;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aSchemaHasTheFieldsOfItsRecord(MessageType<?> type) {
    JsonNode root = Golden.schema(type.name());
    assertThat(root.path("$schema").textValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(root.path("title").asText()).isNotBlank();
    assertThat(root.path("description").asText()).isNotBlank();
    assertThat(root.path("properties").path("type").path("const").textValue())
        .isEqualTo(type.name());
    Class<?> body = Golden.value(type).getClass();
    if (root.path("allOf").path(0).has("$ref")) {
      assertThat(names(root.path("properties"))).isEqualTo(ENVELOPE);
      assertThat(texts(root.path("required"))).isEqualTo(ENVELOPE);
      assertSameFields(type.name(), type.name(), root.path("allOf").get(0), body, List.of());
    } else {
      assertSameFields(type.name(), type.name(), root, body, ENVELOPE);
    }
  }

  private static void assertSameFields(
      String where, String file, JsonNode schema, Class<?> record, List<String> envelope) {
    Place place = resolve(file, schema);
    List<String> all = new ArrayList<>(envelope);
    List<String> required = new ArrayList<>(envelope);
    for (RecordComponent component : record.getRecordComponents()) {
      all.add(component.getName());
      if (!Field.isOptional(component)) {
        required.add(component.getName());
      }
    }
    JsonNode properties = place.schema().path("properties");
    assertThat(names(properties)).as("fields of %s", where).isEqualTo(all);
    assertThat(texts(place.schema().path("required")))
        .as("required fields of %s", where)
        .isEqualTo(required);
    for (RecordComponent component : record.getRecordComponents()) {
      JsonNode property = properties.path(component.getName());
      String inner = where + "." + component.getName();
      assertThat(property.path("description").asText()).as("description of %s", inner).isNotBlank();
      assertSameKind(inner, place.file(), property, Field.valueType(component));
    }
  }

  private static void assertSameKind(String where, String file, JsonNode schema, Type type) {
    Place place = resolve(file, schema);
    String kind = place.schema().path("type").asText();
    if (type instanceof ParameterizedType list) {
      assertThat(kind).as(where).isEqualTo("array");
      assertSameKind(
          where + "[]",
          place.file(),
          place.schema().path("items"),
          list.getActualTypeArguments()[0]);
      return;
    }
    Class<?> value = (Class<?>) type;
    if (value.isEnum()) {
      assertThat(texts(place.schema().path("enum")))
          .as("values of %s", where)
          .isEqualTo(Arrays.stream(value.getEnumConstants()).map(Object::toString).toList());
    } else if (value == int.class || value == long.class) {
      assertThat(kind).as(where).isEqualTo("integer");
    } else if (value == double.class || value == BigDecimal.class) {
      assertThat(kind).as(where).isEqualTo("number");
    } else if (value == boolean.class || value == Boolean.class) {
      assertThat(kind).as(where).isEqualTo("boolean");
    } else if (kind.equals("string")) {
      assertThat(value.isRecord() && value.getRecordComponents().length > 1)
          .as("%s is more than a text", where)
          .isFalse();
    } else {
      assertThat(kind).as(where).isEqualTo("object");
      assertSameFields(where, place.file(), schema, value, List.of());
    }
  }

  private static Place resolve(String file, JsonNode schema) {
    if (!schema.has("$ref")) {
      return new Place(file, schema);
    }
    String[] reference = schema.path("$ref").textValue().split("#", 2);
    String target = reference[0].isEmpty() ? file : reference[0].replace(".schema.json", "");
    JsonNode found = Golden.schema(target).at(reference[1]);
    assertThat(found.isMissingNode()).as("%s leads nowhere", schema).isFalse();
    return resolve(target, found);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private record Place(String file, JsonNode schema) {}
}
