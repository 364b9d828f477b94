package electionnight.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.ElectionId;
import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import electionnight.testing.Golden;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One field of an example, found by walking it along with the records it stands for.
 *
 * @param message the kind of message
 * @param tree the example, not to be changed
 * @param path as a {@code Reason} writes it
 * @param at where it is in the tree
 * @param type what the record holds there, the value itself where it is optional
 * @param required whether the record demands it
 */
record Field(
    MessageType<?> message,
    ObjectNode tree,
    String path,
    JsonPointer at,
    Type type,
    boolean required) {

  private static final Set<Class<?>> TEXTS =
      Set.of(ElectionId.class, SeatId.class, PartyCode.class);

  /** The first occurrence of every field in any example. */
  static Stream<Field> ofAllMessages() {
    Map<String, Field> found = new LinkedHashMap<>();
    Example.all()
        .forEach(
            example ->
                walk(
                    example,
                    body(example.message()),
                    example.tree(),
                    "",
                    JsonPointer.empty(),
                    found));
    return found.values().stream();
  }

  /** Every field that the records of all messages have, as {@link #name} tells it. */
  static Set<String> namesOfAll() {
    Set<String> names = new TreeSet<>();
    MessageType.ALL.forEach(message -> addNames(message, body(message), "", names));
    return names;
  }

  private static void addNames(MessageType<?> message, Type type, String path, Set<String> names) {
    if (type instanceof ParameterizedType list) {
      addNames(message, list.getActualTypeArguments()[0], path + "[0]", names);
    } else if (isObject(type)) {
      for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
        String inner = path.isEmpty() ? component.getName() : path + "." + component.getName();
        names.add(name(message, inner));
        addNames(message, valueType(component), inner, names);
      }
    }
  }

  /** The kind of message and the path, whichever item of a list it is. */
  String name() {
    return name(message, path);
  }

  private static String name(MessageType<?> message, String path) {
    return message.name() + " " + path.replaceAll("\\[\\d+]", "[]");
  }

  private static Type body(MessageType<?> message) {
    return Golden.value(message).getClass();
  }

  private static void walk(
      Example example,
      Type type,
      JsonNode node,
      String path,
      JsonPointer at,
      Map<String, Field> found) {
    if (type instanceof ParameterizedType list) {
      for (int i = 0; i < node.size(); i++) {
        JsonPointer item = at.appendIndex(i);
        walk(
            example,
            list.getActualTypeArguments()[0],
            node.get(i),
            path + "[" + i + "]",
            item,
            found);
      }
    } else if (isObject(type)) {
      for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
        String name = component.getName();
        if (node.has(name)) {
          String inner = path.isEmpty() ? name : path + "." + name;
          JsonPointer place = at.appendProperty(name);
          Field field =
              new Field(
                  example.message(),
                  example.tree(),
                  inner,
                  place,
                  valueType(component),
                  !isOptional(component));
          found.putIfAbsent(field.name(), field);
          walk(example, field.type(), node.get(name), inner, place, found);
        }
      }
    }
  }

  /** What a component holds, the value itself where it is optional. */
  static Type valueType(RecordComponent component) {
    if (component.getType() == OptionalInt.class) {
      return int.class;
    }
    if (component.getType() == OptionalDouble.class) {
      return double.class;
    }
    return component.getType() == Optional.class
        ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
        : component.getGenericType();
  }

  static boolean isOptional(RecordComponent component) {
    return List.of(Optional.class, OptionalInt.class, OptionalDouble.class)
        .contains(component.getType());
  }

  /** The example without this field. */
  ObjectNode removed() {
    ObjectNode changed = tree.deepCopy();
    ((ObjectNode) changed.at(at.head())).remove(at.last().getMatchingProperty());
    return changed;
  }

  /** The example with another value in this field. */
  ObjectNode replaced(JsonNode value) {
    ObjectNode changed = tree.deepCopy();
    ((ObjectNode) changed.at(at.head())).set(at.last().getMatchingProperty(), value);
    return changed;
  }

  /** The example with one more item at the beginning of this list. */
  ObjectNode extended(JsonNode item) {
    ObjectNode changed = tree.deepCopy();
    ((ArrayNode) changed.at(at)).insert(0, item);
    return changed;
  }

  /** The first item of this list. */
  Field item() {
    return new Field(
        message,
        tree,
        path + "[0]",
        at.appendIndex(0),
        ((ParameterizedType) type).getActualTypeArguments()[0],
        true);
  }

  /** Values of the wrong kind for this field, and what is to be expected instead. */
  Map<JsonNode, String> wrongValues() {
    Map<JsonNode, String> wrong = new LinkedHashMap<>();
    String expected = expected();
    for (JsonNode value : candidates()) {
      wrong.put(value, expected);
    }
    return wrong;
  }

  private List<JsonNode> candidates() {
    var nodes = Json.shared().getNodeFactory();
    JsonNode text = nodes.textNode("nonsense ☂ of 40 characters, no code at all");
    JsonNode whole = nodes.numberNode(17);
    JsonNode fraction = nodes.numberNode(1.5);
    JsonNode truth = nodes.booleanNode(true);
    JsonNode list = nodes.arrayNode().add(1);
    JsonNode object = nodes.objectNode().put("unknown", 1);
    JsonNode digits = nodes.textNode("17");
    JsonNode empty = nodes.textNode("");
    JsonNode huge = nodes.numberNode(new BigInteger("99999999999999999999"));
    List<JsonNode> wrong = new ArrayList<>();
    if (type == int.class || type == long.class) {
      wrong.addAll(List.of(text, digits, empty, fraction, truth, list, object, huge));
    } else if (type == double.class || type == BigDecimal.class) {
      wrong.addAll(List.of(text, digits, empty, truth, list, object));
    } else if (type == boolean.class || type == Boolean.class) {
      wrong.addAll(List.of(text, empty, whole, fraction, list, object, nodes.textNode("true")));
    } else if (type == String.class) {
      wrong.addAll(List.of(whole, fraction, truth, list, object));
    } else if (type instanceof ParameterizedType) {
      wrong.addAll(List.of(text, empty, whole, truth, object));
    } else if (isObject(type)) {
      wrong.addAll(List.of(text, empty, whole, truth, list, nodes.arrayNode()));
    } else {
      wrong.addAll(List.of(text, empty, whole, fraction, truth, list, object));
    }
    return wrong;
  }

  private static boolean isObject(Type type) {
    return type instanceof Class<?> value && value.isRecord() && !TEXTS.contains(value);
  }

  /** What is to be there, in the words of a refusal. */
  String expected() {
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class || type == BigDecimal.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type instanceof ParameterizedType) {
      return "a list";
    }
    Class<?> value = (Class<?>) type;
    if (value.isEnum()) {
      return String.join(
          " or ", Stream.of(value.getEnumConstants()).map(Object::toString).toList());
    }
    return isObject(type)
        ? "an object"
        : switch (value.getSimpleName()) {
          case "ElectionId" -> "an election id such as general-election-2024";
          case "SeatId" -> "a seat id such as E14000813";
          case "PartyCode" -> "a party code such as Lab";
          case "Instant" -> "a time such as 2024-07-04T22:18:35Z";
          case "LocalDate" -> "a date such as 2024-07-04";
          case "ZoneId" -> "a time zone such as Europe/London";
          default -> throw new IllegalStateException("no expectation for " + value);
        };
  }

  @Override
  public String toString() {
    return message.name() + " " + path;
  }
}
