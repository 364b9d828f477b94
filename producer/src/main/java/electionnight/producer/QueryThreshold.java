package electionnight.producer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.QueryRules;
import electionnight.wire.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One threshold of the queries, set from outside. It is named and read as in the message that
 * carries {@link QueryRules}, so that none can be forgotten here.
 *
 * @param name a component of {@link QueryRules}
 * @param value a finite number
 */
record QueryThreshold(String name, JsonNode value) {

  /**
   * Those thresholds with this one in its place.
   *
   * @throws JsonProcessingException when the value cannot be
   */
  QueryRules in(QueryRules rules) throws JsonProcessingException {
    ObjectNode all = Json.shared().valueToTree(rules);
    all.set(name, value);
    return Json.shared().treeToValue(all, QueryRules.class);
  }

  private static String names() {
    return Arrays.stream(QueryRules.class.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  /** Reads {@code NAME=VALUE}. */
  static final class Reader implements ITypeConverter<QueryThreshold> {
    @Override
    public QueryThreshold convert(String text) {
      String[] parts = text.split("=", 2);
      String name = parts[0].strip();
      ObjectNode standard = Json.shared().valueToTree(QueryRules.STANDARD);
      if (!standard.has(name)) {
        throw new TypeConversionException("'" + text + "' does not name one of " + names());
      }
      QueryThreshold threshold = new QueryThreshold(name, number(parts.length < 2 ? "" : parts[1]));
      try {
        threshold.in(QueryRules.STANDARD);
        return threshold;
      } catch (ValueInstantiationException e) {
        throw new TypeConversionException(
            "'" + text + "' cannot be, because " + e.getCause().getMessage());
      } catch (JsonProcessingException e) {
        throw new TypeConversionException(
            "'"
                + text
                + "' does not say how much, as "
                + name
                + "="
                + standard.get(name)
                + " does");
      }
    }

    /** A number, or what no threshold takes. */
    private static JsonNode number(String text) {
      try {
        JsonNode value = Json.shared().readTree(text);
        boolean isFinite = value.isNumber() && Double.isFinite(value.doubleValue());
        return isFinite ? value : MissingNode.getInstance();
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      }
    }
  }
}
