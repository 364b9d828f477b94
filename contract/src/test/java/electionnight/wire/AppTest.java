package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppTest {
  private static final KafkaSettings SETTINGS = new KafkaSettings("", "test.", Map.of());

  @ParameterizedTest
  @EnumSource
  void nobodyMayChangeATopicOrTheCluster(App app) {
    assertThat(app.rights(SETTINGS))
        .as("rights of %s", app.id())
        .doesNotHaveDuplicates()
        .allMatch(right -> right.type() != ResourceType.CLUSTER)
        .extracting(Right::operation)
        .isSubsetOf(
            Set.of(
                AclOperation.READ,
                AclOperation.WRITE,
                AclOperation.DESCRIBE,
                AclOperation.DESCRIBE_CONFIGS));
  }

  @ParameterizedTest
  @EnumSource
  void everyNameIsThePrefixesOwn(App app) {
    assertThat(app.rights(SETTINGS)).extracting(Right::name).allMatch(at -> at.startsWith("test."));
    assertThat(app.topics(SETTINGS)).as("topics").isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itIsFoundByItsName(App app) {
    assertThat(App.of(app.id())).contains(app);
  }
}
