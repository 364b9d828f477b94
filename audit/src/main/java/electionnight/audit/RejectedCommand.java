package electionnight.audit;

import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.domain.Reason.Code;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was rejected: listed, shown, and sent again. */
@Command(
    name = "rejected",
    mixinStandardHelpOptions = true,
    description = "What could not be believed: lists it, shows it, sends it again.",
    subcommands = {
      RejectedCommand.ListCommand.class,
      RejectedCommand.ShowCommand.class,
      RejectedCommand.ResendCommand.class
    })
public final class RejectedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what: list, show or resend.");
  }

  private static List<RejectedInput> read(KafkaSettings settings) {
    try {
      return RejectedInput.in(
          new LogReader(settings).read(EnumSet.of(Topic.REJECTED), key -> true));
    } catch (Difference unreadable) {
      throw new UserError(unreadable.getMessage() + ".", unreadable);
    }
  }

  private static RejectedInput find(List<RejectedInput> all, Place place) {
    return all.stream()
        .filter(rejected -> rejected.place().equals(place))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "Nothing that was rejected is at "
                        + place
                        + (all.isEmpty()
                            ? "; nothing was rejected at all."
                            : "; the latest is at " + all.get(all.size() - 1).place() + ".")));
  }

  private static Place place(CommandSpec spec, String text) {
    return Place.parse(text)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "'" + text + "' is no place in the log such as rejected-0@17."));
  }

  /** Which of all. */
  static final class Choice {
    @Option(names = "--election", paramLabel = "ID", description = "Those that speak of one night.")
    private Optional<String> election = Optional.empty();

    @Option(
        names = "--reason",
        paramLabel = "CODE",
        description = "Those with a reason of one kind: ${COMPLETION-CANDIDATES}.")
    private Optional<Code> reason = Optional.empty();

    boolean isGiven() {
      return election.isPresent() || reason.isPresent();
    }

    List<RejectedInput> of(List<RejectedInput> all) {
      return all.stream()
          .filter(rejected -> election.map(rejected::isOf).orElse(true))
          .filter(rejected -> reason.map(rejected::isFor).orElse(true))
          .toList();
    }
  }

  /** Lists what was rejected. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists what was rejected, a line each, the latest last.")
  static final class ListCommand implements Callable<Integer> {
    @Mixin private LogOptions log;

    @Mixin private Choice choice;

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "100",
        description = "The latest N (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Integer call() {
      return log.on(this::list);
    }

    private int list(KafkaSettings settings) {
      List<RejectedInput> chosen = choice.of(read(settings));
      chosen.stream()
          .skip(Math.max(0, chosen.size() - Math.max(0, limit)))
          .map(RejectedInput::line)
          .forEach(System.out::println);
      if (chosen.size() > limit) {
        System.err.println("The latest " + limit + " of " + chosen.size() + ".");
      }
      return Launcher.OK;
    }
  }

  /** Shows one. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one with every reason, and as it came in.")
  static final class ShowCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private LogOptions log;

    @Parameters(paramLabel = "PLACE", description = "Such as rejected-0@17; see 'list'.")
    private String place;

    @Override
    public Integer call() {
      Place where = place(spec, place);
      return log.on(
          settings -> {
            RejectedPage.of(find(read(settings), where)).forEach(System.out::println);
            return Launcher.OK;
          });
    }
  }

  /** Sends some again. */
  @Command(
      name = "resend",
      mixinStandardHelpOptions = true,
      description =
          "Sends the bytes that came in again, under their own key, to the topic they came from."
              + " Sending twice is safe.")
  static final class ResendCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private LogOptions log;

    @Parameters(paramLabel = "PLACE", description = "Such as rejected-0@17; see 'list'.")
    private List<String> places = new ArrayList<>();

    @Option(names = "--all", description = "All, or all of an election or a reason.")
    private boolean all;

    @Mixin private Choice choice;

    @Override
    public Integer call() {
      if (places.isEmpty() != all) {
        throw new ParameterException(spec.commandLine(), "Name places, or say --all.");
      }
      if (choice.isGiven() && !all) {
        throw new ParameterException(spec.commandLine(), "--election and --reason are for --all.");
      }
      List<Place> wanted = places.stream().map(text -> place(spec, text)).toList();
      return log.on(settings -> resend(settings, wanted));
    }

    private int resend(KafkaSettings settings, List<Place> wanted) {
      List<RejectedInput> known = read(settings);
      List<RejectedInput> inputs =
          all ? choice.of(known) : wanted.stream().map(place -> find(known, place)).toList();
      if (inputs.isEmpty()) {
        throw new UserError("Nothing of that kind was rejected.");
      }
      List<String> refused = new ArrayList<>();
      try (Producer<byte[], byte[]> producer = connect(settings)) {
        new Resend(settings, producer).send(inputs, System.out::println, refused::add);
      }
      refused.forEach(System.err::println);
      return refused.isEmpty() ? Launcher.OK : Launcher.FAILED;
    }

    private static Producer<byte[], byte[]> connect(KafkaSettings settings) {
      try {
        return new KafkaProducer<>(
            settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
      } catch (KafkaException e) {
        throw new UserError("The Kafka producer cannot start: " + e.getMessage(), e);
      }
    }
  }
}
