package electionnight.producer;

import electionnight.cli.Cluster;
import electionnight.cli.Ids;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.domain.ElectionId;
import electionnight.domain.Input;
import electionnight.producer.progress.Decisions;
import electionnight.producer.publish.Acknowledgements;
import electionnight.producer.publish.Publisher;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Publishes what a person decided of a night, and says where in the log it is. Whether it has
 * effect is for the fold to say: what cannot be is in {@code rejected}.
 */
abstract class DecisionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--election",
      paramLabel = "ID",
      required = true,
      converter = Ids.OfElection.class,
      description = "The night, such as general-election-2024.")
  private ElectionId election;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      required = true,
      converter = NotBlank.class,
      description = "Who decided it, for all to read.")
  private String by;

  /**
   * The message to publish.
   *
   * @param at when it was decided
   */
  abstract Input decision(ElectionId election, String by, Instant at);

  @Override
  public final Integer call() throws InterruptedException {
    KafkaSettings settings = kafka.settings();
    Cluster.prepare(settings, App.NEWS_DESK);
    try (Publisher publisher = Publisher.connect(settings)) {
      publish(publisher, Instant.now());
    }
    return Launcher.OK;
  }

  final void publish(Publisher publisher, Instant now) throws InterruptedException {
    Input decision = decision(election, by, now.truncatedTo(ChronoUnit.SECONDS));
    Acknowledgements acknowledgements = new Acknowledgements();
    CompletableFuture<RecordMetadata> acknowledgement = publisher.as("decision").publish(decision);
    acknowledgements.expect(acknowledgement);
    acknowledgements.await();
    spec.commandLine()
        .getOut()
        .println(Decisions.sentence(decision, acknowledgement.join()).orElseThrow());
  }
}
