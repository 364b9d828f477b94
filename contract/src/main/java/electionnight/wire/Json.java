package electionnight.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import electionnight.domain.ElectionId;
import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * The one configuration of Jackson. Strict in what it reads: no field twice, no text for a number,
 * nothing but UTF-8, no null for a required value, no trailing text; lenient in one thing only,
 * that unknown fields are ignored. Decimals are kept as they were written, because their number
 * says how precise a figure is. What is absent in the domain is absent in the JSON.
 */
public final class Json {
  /** What is written as a JSON string, in the words for whoever sent something else, or nothing. */
  static final Map<Class<?>, String> EXPECTED =
      Map.of(
          ElectionId.class, "an election id such as general-election-2024",
          SeatId.class, "a seat id such as E14000813",
          PartyCode.class, "a party code such as Lab",
          Instant.class, "a time such as 2024-07-04T22:18:35Z",
          LocalDate.class, "a date such as 2024-07-04",
          ZoneId.class, "a time zone such as Europe/London",
          String.class, "a text");

  private static final int DEEPEST = 32;
  private static final int MOST_DIGITS = 40;

  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalDouble.class);

  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  /** The shared mapper; its configuration must not be changed. */
  public static ObjectMapper shared() {
    return MAPPER;
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .addModule(new Jdk8Module())
        .addModule(scalars())
        .annotationIntrospector(new RequiredUnlessOptional())
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .build();
  }

  private static SimpleModule scalars() {
    SimpleModule module = new SimpleModule("scalars");
    text(module, ElectionId.class, ElectionId::new);
    text(module, SeatId.class, SeatId::new);
    text(module, PartyCode.class, PartyCode::new);
    text(module, Instant.class, Instant::parse);
    text(module, LocalDate.class, LocalDate::parse);
    text(module, ZoneId.class, ZoneId::of);
    number(module, BigDecimal.class, Json::bounded, null);
    number(module, double.class, Json::finite, null);
    number(
        module,
        OptionalDouble.class,
        number -> OptionalDouble.of(finite(number)),
        OptionalDouble.empty());
    module.addDeserializer(
        String.class,
        new TextDeserializer<>(String.class, Json::wellFormed, EXPECTED.get(String.class)));
    return module;
  }

  private static String wellFormed(String text) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("half a surrogate pair");
    }
    return text;
  }

  /** Half a surrogate pair can be escaped in JSON, but never be written as UTF-8. */
  static boolean isWellFormed(String text) {
    return !hasSurrogates(text) || StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new TextDeserializer<>(type, parse, EXPECTED.get(type)));
  }

  private static <T> void number(
      SimpleModule module, Class<T> type, Function<BigDecimal, T> convert, T absent) {
    module.addDeserializer(type, new NumberDeserializer<>(type, convert, absent));
  }

  // A few characters can name a number whose digits no memory holds.
  private static BigDecimal bounded(BigDecimal number) {
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("a number of at most " + MOST_DIGITS + " digits");
    }
    return number;
  }

  private static double finite(BigDecimal number) {
    double nearest = number.doubleValue();
    if (Double.isInfinite(nearest)) {
      throw new IllegalArgumentException("a number between -1.8E308 and 1.8E308");
    }
    return nearest;
  }

  /** A record's component is required unless its type says that it may be absent. */
  private static final class RequiredUnlessOptional extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return !OPTIONAL.contains(member.getRawType());
    }
  }
}
