package electionnight.wire;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * That somebody may do one thing with a topic, a consumer group or a transactional id.
 *
 * @param name of the resource, or how its name begins
 * @param pattern literal or prefixed
 */
public record Right(ResourceType type, String name, PatternType pattern, AclOperation operation) {
  private static final String ANY_HOST = "*";

  /** To read a topic. */
  public static Right toRead(Topic topic, KafkaSettings settings) {
    return onTopic(settings.topic(topic), AclOperation.READ);
  }

  /** To see how far the fold has got. */
  public static Right toSeeProgress(KafkaSettings settings) {
    return onGroup(settings.applicationId(), AclOperation.DESCRIBE);
  }

  static Right onTopic(String name, AclOperation operation) {
    return new Right(ResourceType.TOPIC, name, PatternType.LITERAL, operation);
  }

  static Right onGroup(String name, AclOperation operation) {
    return new Right(ResourceType.GROUP, name, PatternType.LITERAL, operation);
  }

  static Right onGroups(String prefix, AclOperation operation) {
    return new Right(ResourceType.GROUP, prefix, PatternType.PREFIXED, operation);
  }

  static Right onTransactionalIds(String prefix, AclOperation operation) {
    return new Right(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, operation);
  }

  /**
   * The access control entry that grants it.
   *
   * @param principal such as {@code User:producer}
   */
  public AclBinding grantedTo(String principal) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
  }

  /** Such as {@code WRITE on topic updates} and {@code READ on group webhooks-*}. */
  @Override
  public String toString() {
    String kind = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return operation
        + " on "
        + kind
        + " "
        + name
        + (pattern == PatternType.PREFIXED ? ANY_HOST : "");
  }
}
