package electionnight.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Holds messages against their JSON Schemas, formats included. */
final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Schemas() {}

  /** What the schema finds wrong with a message; empty where it is valid. */
  static List<String> errors(MessageType<?> type, JsonNode message) {
    return REGISTRY
        .getSchema(SchemaLocation.of("classpath:schema/" + type.name() + ".schema.json"))
        .validate(
            message,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
