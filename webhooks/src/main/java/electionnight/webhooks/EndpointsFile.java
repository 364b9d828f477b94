package electionnight.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.UserError;
import electionnight.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the file that says where alerts are delivered. */
final class EndpointsFile {
  private final Path file;
  private final UnaryOperator<String> environment;
  private final boolean allowHttp;

  /**
   * @param environment the value of a variable, or null where it is not set
   * @param allowHttp whether hosts other than this one may be spoken to without TLS
   */
  EndpointsFile(Path file, UnaryOperator<String> environment, boolean allowHttp) {
    this.file = file;
    this.environment = environment;
    this.allowHttp = allowHttp;
  }

  /**
   * The endpoints in the file, with their secrets.
   *
   * @throws UserError when something is wrong with the file, or with a secret that it names
   */
  List<Endpoint> read() {
    JsonNode tree = tree();
    if (!tree.isArray() || tree.isEmpty()) {
      throw new UserError("The endpoints file " + file + " holds no list of endpoints.");
    }
    List<Endpoint> endpoints = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode entry : tree) {
      EndpointReader reader =
          new EndpointReader(file, endpoints.size() + 1, entry, environment, allowHttp);
      Endpoint endpoint = reader.read();
      if (!ids.add(endpoint.id())) {
        throw reader.wrong("id", "an id that no other endpoint has");
      }
      endpoints.add(endpoint);
    }
    return endpoints;
  }

  private JsonNode tree() {
    try {
      return Json.shared().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new UserError("The endpoints file " + file + " is no JSON" + place + ".", e);
    } catch (IOException e) {
      throw new UserError("The endpoints file " + file + " cannot be read.", e);
    }
  }
}
