package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.domain.Declaration;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.publish.Publisher;
import electionnight.testing.FoldedNight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six nights at once on one streams-app that becomes three, one of which is killed. With {@code
 * -Dscaling.kills=N} more are killed, and each outage is printed: the figures of ARCHITECTURE.md.
 */
@Tag("cluster")
class ScalingIT {
  private static final int PARTITIONS = 3;
  private static final int NIGHTS_EACH = 2;
  private static final int KILLS = Integer.getInteger("scaling.kills", 1);
  private static final String SESSION_TIMEOUT = System.getProperty("scaling.session", "3000");
  private static final String STANDBYS = System.getProperty("scaling.standbys", "1");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The others go on within 5 s on a machine that has nothing else to do. */
  private static final Duration LONGEST_SILENCE =
      Duration.ofMillis(Long.parseLong(SESSION_TIMEOUT)).plusSeconds(20);

  private static final int SEATS = Math.min(650, 150 + 150 * KILLS);

  @TempDir private Path folder;

  private final ScheduledExecutorService hall = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Program> instances = new TreeMap<>();
  private BrokerWithTopics broker;

  @BeforeEach
  void start() throws InterruptedException {
    broker = BrokerWithTopics.start(folder.resolve("kafka"));
  }

  @AfterEach
  void stop() {
    hall.shutdownNow();
    instances.values().forEach(Program::close);
    broker.close();
  }

  @Test
  void theWorkIsSharedAndTheOthersGoOnWhenOneIsKilled() throws Exception {
    List<RecordedNight> nights = nights();
    try (Publisher publisher = Publisher.connect(broker.kafka());
        UpdatesWatch watch = new UpdatesWatch(broker.kafka());
        Admin admin = Admin.create(broker.kafka().admin())) {
      startInstance("one");
      for (RecordedNight night : nights) {
        publisher.publish(night.election()).join();
        night.seats().forEach(publisher::publish);
      }
      hall.scheduleAtFixedRate(declaring(nights, publisher), 0, 25, TimeUnit.MILLISECONDS);
      await("all nights are under way").atMost(PATIENCE).until(() -> watch.newest().size() == 6);

      startInstance("two");
      startInstance("three");
      Map<String, List<Integer>> owners = awaitShared(admin);
      assertThat(owners).as("partitions of each instance").hasSize(3);

      for (int kill = 1; kill <= KILLS; kill++) {
        String victim = owners.keySet().iterator().next();
        int orphaned = owners.get(victim).get(0);
        watch.reset();
        instances.remove(victim).kill();
        await("the others share the work").atMost(PATIENCE).until(() -> isShared(admin, 2));
        int heard = watch.heard(orphaned);
        await("partition " + orphaned + " goes on")
            .atMost(PATIENCE)
            .until(() -> watch.heard(orphaned) > heard);
        System.out.printf(
            "killed the owner of partition %d (session timeout %s ms, standby replicas %s):"
                + " silent for %d ms; the others for %s ms%n",
            orphaned,
            SESSION_TIMEOUT,
            STANDBYS,
            watch.longestSilence(orphaned).toMillis(),
            others(orphaned).stream().map(at -> watch.longestSilence(at).toMillis()).toList());
        assertThat(watch.longestSilence(orphaned))
            .as("silence of the partition whose owner was killed")
            .isLessThan(LONGEST_SILENCE);
        startInstance(victim + kill);
        owners = awaitShared(admin);
      }

      for (RecordedNight night : nights) {
        long last = expected(night).scoreboard().revision();
        String id = night.election().election().value();
        await("the end of " + id)
            .atMost(PATIENCE.multipliedBy(3))
            .until(() -> watch.newest().get(id).revision() == last);
        assertThat(watch.newest().get(id).scoreboard())
            .as("final scoreboard of %s", id)
            .isEqualTo(expected(night).scoreboard());
      }
      assertThat(watch.wrong()).as("elections whose revisions do not follow").isEmpty();
    }
  }

  private static List<Integer> others(int partition) {
    return IntStream.range(0, PARTITIONS).filter(other -> other != partition).boxed().toList();
  }

  /** Each night's next declaration in turn, until there are no more. */
  private static Runnable declaring(List<RecordedNight> nights, Publisher publisher) {
    List<Declaration> inTurn = new ArrayList<>();
    for (int i = 0; i < SEATS; i++) {
      for (RecordedNight night : nights) {
        inTurn.add(night.declarations().get(i));
      }
    }
    var next = inTurn.iterator();
    return () -> {
      if (next.hasNext()) {
        publisher.publish(next.next());
      }
    };
  }

  private static FoldedNight expected(RecordedNight night) {
    FoldedNight folded = new FoldedNight();
    folded.apply(night.election());
    folded.applyAll(night.seats());
    return folded.applyAll(night.declarations().subList(0, SEATS));
  }

  /** As many nights on each partition. */
  private static List<RecordedNight> nights() {
    RecordedNight night = Nights.open("general-election-2024");
    Map<Integer, Integer> count = new HashMap<>();
    List<RecordedNight> nights = new ArrayList<>();
    for (int i = 1; nights.size() < PARTITIONS * NIGHTS_EACH; i++) {
      String id = "night-" + i;
      int partition =
          BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), PARTITIONS);
      if (count.merge(partition, 1, Integer::sum) <= NIGHTS_EACH) {
        nights.add(RenamedNight.as(id, night));
      }
    }
    return nights;
  }

  private void startInstance(String id) {
    instances.put(
        id,
        Program.start(
            "streams-app",
            "--bootstrap-servers",
            broker.kafka().bootstrapServers(),
            "--instance-id",
            id,
            "--admin-port",
            "off",
            "--state-dir",
            folder.resolve(id).toString(),
            "--session-timeout",
            SESSION_TIMEOUT,
            "--standby-replicas",
            STANDBYS));
  }

  private Map<String, List<Integer>> awaitShared(Admin admin) throws Exception {
    await("each instance has its share")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(owners(admin))
                    .as("the partitions of each instance; %s", lastSaid())
                    .hasSize(3));
    return owners(admin);
  }

  private Map<String, List<String>> lastSaid() {
    Map<String, List<String>> said = new TreeMap<>();
    instances.forEach(
        (id, program) -> {
          List<String> err = List.copyOf(program.err());
          said.put(id, err.subList(Math.max(0, err.size() - 5), err.size()));
        });
    return said;
  }

  private boolean isShared(Admin admin, int instances) throws Exception {
    Map<String, List<Integer>> owners = owners(admin);
    return owners.size() == instances
        && owners.values().stream().mapToInt(List::size).sum() == PARTITIONS;
  }

  /** Which partitions of the declarations each instance folds; those with none are left out. */
  private Map<String, List<Integer>> owners(Admin admin) throws Exception {
    Map<String, List<Integer>> owners = new TreeMap<>();
    for (MemberDescription member :
        admin
            .describeConsumerGroups(List.of(broker.kafka().applicationId()))
            .all()
            .get()
            .get(broker.kafka().applicationId())
            .members()) {
      List<Integer> partitions =
          member.assignment().topicPartitions().stream()
              .filter(at -> at.topic().equals("declarations"))
              .map(TopicPartition::partition)
              .collect(Collectors.toList());
      if (!partitions.isEmpty()) {
        owners.put(member.groupInstanceId().orElseThrow().replaceAll("-\\d+$", ""), partitions);
      }
    }
    return owners;
  }
}
