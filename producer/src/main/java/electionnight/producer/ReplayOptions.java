package electionnight.producer;

import electionnight.cli.UserError;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import electionnight.domain.Rules;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.source.Pace;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options by which a recorded night is played: how fast, by which rules, as a rehearsal. */
public final class ReplayOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private static final LocalTime NOON = LocalTime.NOON;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      converter = Speed.class,
      description =
          "How many times faster than it was the night is played, or max (default: 150 in the"
              + " quickstart, else 1).")
  private Optional<Double> speed = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "What was declared before is sent at once, and pacing starts here: a local time of the"
              + " night (02:30), a local date and time (2024-07-05T02:30) or an instant"
              + " (2024-07-05T01:30:00Z) (default: the first declaration, or where a kept night was"
              + " left).")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--longest-wait",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "A longer wait for the next declaration is shortened to this (default: 10).")
  private Optional<Duration> longestWait = Optional.empty();

  @Mixin private RulesOptions rules;

  @Option(
      names = "--test",
      description = "Plays the night as a rehearsal: all that comes of it says TEST.")
  private boolean test;

  /**
   * A night by the rules and in the mode that these options name.
   *
   * @throws ParameterException when the options contradict each other
   */
  public RecordedNight night(RecordedNight past) {
    Election election = past.election();
    return new RecordedNight(
        new Election(
            election.election(),
            election.name(),
            election.contest(),
            election.date(),
            election.zone(),
            election.basis(),
            election.previous(),
            election.closeOfPoll(),
            election.seats(),
            test ? Mode.TEST : election.mode(),
            election.parties(),
            election.recordBook(),
            rules(election),
            election.attribution()),
        past.seats(),
        test
            ? past.declarations().stream().map(ReplayOptions::rehearsed).toList()
            : past.declarations(),
        past.confirmations());
  }

  private Optional<Rules> rules(Election election) {
    try {
      return rules.over(election.rules());
    } catch (TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static Declaration rehearsed(Declaration declaration) {
    return new Declaration(
        declaration.election(),
        declaration.seat(),
        declaration.revision(),
        declaration.status(),
        declaration.declaredAt(),
        declaration.source(),
        declaration.reason(),
        declaration.winner(),
        declaration.party(),
        declaration.votes(),
        declaration.invalidVotes(),
        declaration.verifiedBallots(),
        Optional.of(true));
  }

  /**
   * The pace as these options name it.
   *
   * @param usualSpeed where no speed was given
   * @throws UserError when the time to start from is none
   */
  public Pace pace(Election election, double usualSpeed) {
    return new Pace(
        speed.orElse(usualSpeed),
        from.map(time -> instant(time, election)),
        longestWait.orElse(Pace.USUAL_LONGEST_WAIT));
  }

  /** Whether any of these options was given. */
  boolean isGiven() {
    return speed.isPresent()
        || from.isPresent()
        || longestWait.isPresent()
        || test
        || rules.isGiven();
  }

  private static Instant instant(String text, Election election) {
    try {
      return text.endsWith("Z") || text.matches(".*T.*[+-].*")
          ? Instant.parse(text)
          : local(text, election).atZone(election.zone()).toInstant();
    } catch (DateTimeException e) {
      throw new UserError(
          "--from '"
              + text
              + "' is not a time such as 02:30, 2024-07-05T02:30 or"
              + " 2024-07-05T01:30:00Z.",
          e);
    }
  }

  /** A time of day is the first such time from noon of polling day on. */
  private static LocalDateTime local(String text, Election election) {
    if (text.contains("T")) {
      return LocalDateTime.parse(text);
    }
    LocalTime time = LocalTime.parse(text);
    return (time.isBefore(NOON) ? election.date().plusDays(1) : election.date()).atTime(time);
  }

  private static final class Speed implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double speed = text.equalsIgnoreCase("max") ? Pace.MAX : number(text);
      if (!(speed > 0)) {
        throw new TypeConversionException("'" + text + "' is not a number over 0, or max");
      }
      return speed;
    }
  }

  private static final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      double seconds = number(text);
      if (!(seconds >= 0 && seconds <= Integer.MAX_VALUE)) {
        throw new TypeConversionException("'" + text + "' is not a number of seconds");
      }
      return Duration.ofMillis(Math.round(seconds * 1000));
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
