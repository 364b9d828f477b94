package electionnight.preflight;

import electionnight.wire.Right;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The same operations on some resources of one type.
 *
 * @param names literal, or how they begin
 */
record Grant(
    ResourceType type, PatternType pattern, List<AclOperation> operations, List<String> names) {

  /** The rights, with what belongs together put together, in their order. */
  static List<Grant> of(List<Right> rights) {
    Map<Resource, List<AclOperation>> operations = new LinkedHashMap<>();
    for (Right right : rights) {
      operations
          .computeIfAbsent(
              new Resource(right.type(), right.pattern(), right.name()), key -> new ArrayList<>())
          .add(right.operation());
    }
    Map<Grant, List<String>> names = new LinkedHashMap<>();
    operations.forEach(
        (resource, all) ->
            names
                .computeIfAbsent(
                    new Grant(resource.type(), resource.pattern(), all, List.of()),
                    key -> new ArrayList<>())
                .add(resource.name()));
    return names.entrySet().stream()
        .map(
            entry -> {
              Grant grant = entry.getKey();
              return new Grant(grant.type(), grant.pattern(), grant.operations(), entry.getValue());
            })
        .toList();
  }

  private record Resource(ResourceType type, PatternType pattern, String name) {}

  /** The operations as Kafka's tools and Strimzi write them, such as {@code DescribeConfigs}. */
  Stream<String> operationNames() {
    return operations.stream()
        .map(
            operation ->
                Stream.of(operation.name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining()));
  }
}
