package electionnight.quickstart.compose;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.testing.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the compose files, run by docker-compose as people run it, under a name and on ports of
 * its own. Nothing of it is left when it is closed but its logs in {@code target/compose-logs}.
 */
final class ComposeProject implements AutoCloseable {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final int LONGEST_COMMAND_MINUTES = 3;

  private final String name = "election-night-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> compose = new ArrayList<>();
  private final Path folder;
  private final Path file;

  /**
   * What a command came to.
   *
   * @param output on standard output and standard error
   */
  record Ended(int exitCode, String output) {}

  private ComposeProject(String file, List<String> brokers, String speed) {
    this.file = ROOT.resolve(file);
    try {
      folder = Files.createTempDirectory(name);
      compose.addAll(program());
      compose.addAll(
          List.of("-p", name, "--project-directory", ROOT.toString(), "-f", this.file.toString()));
      compose.addAll(List.of("-f", asRoot(brokers).toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.put("ELECTION_NIGHT_IMAGE", name);
    environment.put("ELECTION_NIGHT_BUILD_IMAGE", "eclipse-temurin:17-jre");
    environment.put("ELECTION_NIGHT_SPEED", speed);
    for (String port : List.of("PAGE", "PAGE_2", "KAFKA", "PROMETHEUS")) {
      environment.put("ELECTION_NIGHT_" + port + "_PORT", String.valueOf(freePort()));
    }
  }

  /**
   * A project whose image is built of the jars of this build, and of which nothing runs yet.
   *
   * @param file in the root of the repository
   * @param brokers the names of its Kafka brokers
   * @param speed of the night, as {@code --speed} has it
   */
  static ComposeProject of(String file, List<String> brokers, String speed) {
    ComposeProject project = new ComposeProject(file, brokers, speed);
    try {
      Requirement.CONTAINERS.require(
          project.execute("ps").exitCode() == 0, "Docker engine with docker-compose");
      project.succeed("build", "topics");
      return project;
    } catch (RuntimeException | Error e) {
      project.close();
      throw e;
    }
  }

  /** Starts services, or all where none is named, and what they depend on. */
  void up(String... services) {
    succeed(with(List.of("up", "-d", "--no-build"), services));
  }

  /** Starts services that were stopped. */
  void start(String... services) {
    succeed(with(List.of("start"), services));
  }

  /** Stops services, or all where none is named, as whoever operates them would. */
  void stop(String... services) {
    succeed(with(List.of("stop"), services));
  }

  /** Runs a command in a new container of a service, beside those that run. */
  Ended run(List<String> options, String service, String... command) {
    List<String> all = new ArrayList<>(List.of("run", "--rm", "-T", "--no-deps"));
    all.addAll(options);
    all.add(service);
    return execute(with(all, command));
  }

  /** The exit code of each container of some services that ended, by service. */
  Map<String, Integer> exitCodes(String... services) {
    return Stream.of(services)
        .collect(
            Collectors.toMap(
                service -> service,
                service -> Integer.valueOf(inspect("{{.State.ExitCode}}", service).strip())));
  }

  /** What the engine tells of the containers of all services, or of one. */
  String inspect(String format, String... services) {
    List<String> containers =
        succeed(with(List.of("ps", "-a", "-q"), services))
            .lines()
            .filter(id -> !id.isBlank())
            .toList();
    List<String> command = new ArrayList<>(List.of("docker", "inspect", "-f", format));
    command.addAll(containers);
    return process(command).output();
  }

  /** What all containers have written so far. */
  String logs() {
    return succeed("logs", "--no-color");
  }

  /** Where a service is published, by the name of the variable that says its port. */
  String address(String port) {
    return "http://localhost:" + environment.get("ELECTION_NIGHT_" + port + "_PORT");
  }

  @Override
  public void close() {
    try {
      Path logs = Files.createDirectories(Path.of("target", "compose-logs"));
      Files.writeString(
          logs.resolve(file.getFileName() + ".log"), execute("logs", "--no-color").output());
      execute("down", "--volumes", "--remove-orphans", "--timeout", "1");
      process(List.of("docker", "rmi", "-f", name));
      Files.delete(folder.resolve("as-root.yml"));
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String succeed(String... arguments) {
    Ended ended = execute(arguments);
    assertThat(ended.exitCode()).as("%s: %s", String.join(" ", arguments), ended.output()).isZero();
    return ended.output();
  }

  private Ended execute(String... arguments) {
    return process(Stream.concat(compose.stream(), Stream.of(arguments)).toList());
  }

  private Ended process(List<String> command) {
    try {
      Path output = Files.createTempFile(folder, "command", ".log");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_COMMAND_MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError(command + " did not end: " + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** An image built from read-only files cannot edit its copies of them otherwise. */
  private Path asRoot(List<String> brokers) throws IOException {
    String services =
        brokers.stream().map("  %s: {user: root}\n"::formatted).collect(Collectors.joining());
    return Files.writeString(folder.resolve("as-root.yml"), "services:\n" + services);
  }

  private static List<String> program() {
    boolean isStandalone =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
    return isStandalone ? List.of("docker-compose") : List.of("docker", "compose");
  }

  private static String[] with(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
