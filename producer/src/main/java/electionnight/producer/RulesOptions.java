package electionnight.producer;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.domain.Alert.Kind;
import electionnight.domain.QueryRules;
import electionnight.domain.Rules;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that set the rules of a night. */
final class RulesOptions {
  private static final String ALL = "all";

  @Option(
      names = "--queries",
      paramLabel = "on|off",
      converter = Switch.Reader.class,
      description = "Whether results that look wrong are checked before they count (default: on).")
  private Optional<Switch> queries = Optional.empty();

  @Option(
      names = "--query-threshold",
      paramLabel = "NAME=VALUE",
      split = ",",
      converter = QueryThreshold.Reader.class,
      description = "When a result looks wrong; docs/queries.md names the thresholds.")
  private List<QueryThreshold> thresholds = List.of();

  @Option(
      names = "--alerts",
      paramLabel = "KIND,KIND|all",
      converter = Kinds.Reader.class,
      description = "The kinds of alert that are on (default: all).")
  private Optional<Kinds> alerts = Optional.empty();

  @Option(
      names = "--narrowest-majority-under",
      paramLabel = "VOTES",
      converter = Count.class,
      description = "A majority is news as the narrowest only below this (default: 100).")
  private Optional<Integer> narrowestMajorityUnder = Optional.empty();

  @Option(
      names = "--largest-swing-from",
      paramLabel = "POINTS",
      converter = Points.class,
      description = "A swing is news as the largest only from this on (default: 10).")
  private Optional<Double> largestSwingFrom = Optional.empty();

  @Option(
      names = "--first-since-years",
      paramLabel = "YEARS",
      converter = Count.class,
      description = "A gain is news as the first only after so many years (default: 50).")
  private Optional<Integer> firstSinceYears = Optional.empty();

  /** Whether any of these options was given. */
  boolean isGiven() {
    return queries.isPresent()
        || !thresholds.isEmpty()
        || alerts.isPresent()
        || narrowestMajorityUnder.isPresent()
        || largestSwingFrom.isPresent()
        || firstSinceYears.isPresent();
  }

  /**
   * A night's own rules, as far as these options do not say otherwise.
   *
   * @param own empty for {@link Rules#STANDARD}, and left so where no option was given
   * @throws TypeConversionException when the options contradict each other
   */
  Optional<Rules> over(Optional<Rules> own) {
    if (!isGiven()) {
      return own;
    }
    Rules before = own.orElse(Rules.STANDARD);
    return Optional.of(
        new Rules(
            alerts.map(Kinds::on).orElse(before.alerts()),
            narrowestMajorityUnder.orElse(before.narrowestMajorityUnder()),
            largestSwingFrom.orElse(before.largestSwingFrom()),
            firstSinceYears.orElse(before.firstSinceYears()),
            queries(before.queries())));
  }

  private Optional<QueryRules> queries(Optional<QueryRules> own) {
    boolean on = queries.map(Switch.ON::equals).orElse(own.isPresent());
    if (!on && thresholds.isEmpty()) {
      return Optional.empty();
    }
    if (!on) {
      throw new TypeConversionException("--query-threshold is for queries, and they are off");
    }
    QueryRules rules = own.orElse(QueryRules.STANDARD);
    try {
      for (QueryThreshold threshold : thresholds) {
        rules = threshold.in(rules);
      }
    } catch (JsonProcessingException e) {
      throw new TypeConversionException("These query thresholds cannot be together: " + thresholds);
    }
    return Optional.of(rules);
  }

  /**
   * Kinds of alert.
   *
   * @param on in the order of the enum
   */
  private record Kinds(List<Kind> on) {

    private static final class Reader implements ITypeConverter<Kinds> {
      @Override
      public Kinds convert(String text) {
        if (text.equalsIgnoreCase(ALL)) {
          return new Kinds(List.of(Kind.values()));
        }
        Set<Kind> on = EnumSet.noneOf(Kind.class);
        for (String name : text.split(",", -1)) {
          on.add(kind(name.strip()));
        }
        return new Kinds(List.copyOf(on));
      }

      private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
            .filter(kind -> kind.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'"
                            + name
                            + "' is no kind of alert; give all, or some of "
                            + Arrays.stream(Kind.values())
                                .map(Kind::name)
                                .collect(Collectors.joining(","))));
      }
    }
  }

  private enum Switch {
    ON,
    OFF;

    private static final class Reader implements ITypeConverter<Switch> {
      @Override
      public Switch convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
          case "on" -> ON;
          case "off" -> OFF;
          default -> throw new TypeConversionException("'" + text + "' is neither on nor off");
        };
      }
    }
  }

  private static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return WholeNumber.from(0, text);
    }
  }

  private static final class Points implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double points = Double.parseDouble(text);
        if (points >= 0 && Double.isFinite(points)) {
          return points;
        }
      } catch (NumberFormatException e) {
        // Told below, with those that are no points either.
      }
      throw new TypeConversionException("'" + text + "' is not a number of 0 or more");
    }
  }
}
