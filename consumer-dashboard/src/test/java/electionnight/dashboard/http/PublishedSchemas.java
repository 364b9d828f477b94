package electionnight.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import electionnight.dashboard.testing.RunningDashboard;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Holds what a dashboard sends against the schemas that the same dashboard serves. The schemas of
 * its own documents are taken strictly: readers ignore fields they do not know, but there must be
 * none that is not described.
 */
final class PublishedSchemas {
  private final String server;
  private final RunningDashboard http;
  private final SchemaRegistry registry;

  PublishedSchemas(RunningDashboard http) {
    this.http = http;
    this.server = "http://localhost:" + http.port() + "/";
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(this::served));
  }

  /** What the schema at a place of a document finds wrong; empty where all is as described. */
  List<String> errors(String document, String pointer, JsonNode message) {
    return registry
        .getSchema(SchemaLocation.of(server + document + "#" + pointer))
        .validate(
            message,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private String served(String iri) {
    if (!iri.startsWith(server)) {
      return null;
    }
    byte[] body = http.get("/" + iri.substring(server.length())).body();
    JsonNode document = RunningDashboard.parse(body);
    JsonNode own = document.at("/components/schemas");
    own.forEach(PublishedSchemas::close);
    return own.isMissingNode() ? new String(body, StandardCharsets.UTF_8) : document.toString();
  }

  /** Lets an object have the described fields only, and so all objects in it. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(PublishedSchemas::close);
  }
}
