package electionnight.quickstart;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The quickstart as a process of its own, as a user starts it. */
final class Program implements AutoCloseable {
  private static final String NO_STATUS = "ch.qos.logback.core.status.NopStatusListener";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers = new ArrayList<>();

  private Program(Process process) {
    this.process = process;
    readers.add(read(process.getInputStream(), out));
    readers.add(read(process.getErrorStream(), err));
  }

  static Program start(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dlogback.statusListenerClass=" + NO_STATUS, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(QuickstartMain.class.getName());
    command.addAll(List.of(arguments));
    try {
      return new Program(new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it printed on standard output so far. */
  List<String> out() {
    return out;
  }

  /** What it printed on standard error so far. */
  List<String> err() {
    return err;
  }

  /** Waits for a line on standard error and returns the first group found in it. */
  String awaitLine(String regex) {
    return awaitLine(regex, PATIENCE);
  }

  String awaitLine(String regex, Duration patience) {
    Pattern pattern = Pattern.compile(regex);
    await(regex)
        .atMost(patience)
        .failFast(() -> stillRunningOr(pattern))
        .until(() -> !find(pattern).isEmpty());
    return find(pattern);
  }

  /** Waits until it ends by itself and returns its exit code. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + PATIENCE + ": " + err);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return process.exitValue();
  }

  /** The time it has worked on all cores. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** The bytes of memory that it holds, as Linux counts them. */
  long memory() throws IOException {
    return kilobytes(
        Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")),
        "VmRSS:\\s+(\\d+) kB");
  }

  /** The bytes of its heap that are used, once it has been collected. */
  long heap() throws IOException {
    jcmd("GC.run");
    return kilobytes(jcmd("GC.heap_info"), "total \\d+K, used (\\d+)K");
  }

  private String jcmd(String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(process.pid()),
                command)
            .start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The sum of all figures that are found, in bytes. */
  private static long kilobytes(String text, String regex) {
    return Pattern.compile(regex)
            .matcher(text)
            .results()
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .sum()
        * 1_024;
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** SIGKILL: no shutdown hook runs, no buffer is written. */
  void kill() {
    close();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private void stillRunningOr(Pattern pattern) {
    if (!process.isAlive() && find(pattern).isEmpty()) {
      throw new AssertionError("ended instead: " + err);
    }
  }

  private String find(Pattern pattern) {
    for (String line : err) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
      }
    }
    return "";
  }

  private static Thread read(InputStream from, List<String> to) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                lines.lines().forEach(to::add);
              } catch (IOException | UncheckedIOException e) {
                to.add("broken off");
              }
            },
            "program-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
