package electionnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import electionnight.wire.Json;
import electionnight.wire.Provenance;
import electionnight.wire.TraceParent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** What the configuration that all programs have really writes. */
final class LogFormatTest {
  private static final TraceParent TRACE = TraceParent.begin();
  private static final LogContext CONTEXT =
      LogContext.of(new Provenance(Optional.of("desk"), Optional.of(TRACE)))
          .election("general-election-2024")
          .seat("E14001590")
          .revision(17);

  @Test
  void asJsonAnEventIsOneLineWithFieldsForWhatItIsAbout() throws Exception {
    List<String> lines =
        written(
            "json",
            log -> CONTEXT.run(() -> log.info("said \"{}\"\nin two lines", "\u001b[31mred")));

    assertThat(lines).hasSize(1);
    JsonNode line = Json.shared().readTree(lines.get(0));
    assertThat(line.path("message").textValue()).isEqualTo("said \"\u001b[31mred\"\nin two lines");
    assertThat(lines.get(0)).as("the line, which nothing may steer").doesNotContain("\u001b");
    assertThat(line.path("level").textValue()).isEqualTo("INFO");
    assertThat(line.path("logger").textValue()).isEqualTo("electionnight.test");
    assertThat(line.path("thread").textValue()).isEqualTo(Thread.currentThread().getName());
    assertThat(Instant.parse(line.path("timestamp").textValue())).isAfter(Instant.EPOCH);
    assertThat(line.path("election").textValue()).isEqualTo("general-election-2024");
    assertThat(line.path("seat").textValue()).isEqualTo("E14001590");
    assertThat(line.path("revision").textValue()).isEqualTo("17");
    assertThat(line.path("trace_id").textValue()).isEqualTo(TRACE.traceId());
    assertThat(line.size()).as("fields of %s", line).isEqualTo(9);
  }

  @Test
  void asJsonAStackTraceIsInTheLine() throws Exception {
    List<String> lines =
        written(
            "json",
            log -> log.error("it broke", new IllegalStateException("a", new Error("the cause"))));

    assertThat(lines).hasSize(1);
    assertThat(Json.shared().readTree(lines.get(0)).path("stack_trace").textValue())
        .contains("IllegalStateException: a", "Caused by: java.lang.Error: the cause", "\tat ");
  }

  @Test
  void asTextALineIsShort() throws Exception {
    assertThat(written("text", log -> CONTEXT.run(() -> log.info("here"))))
        .singleElement()
        .asString()
        .matches("[0-9:.]{12} INFO  test: here");
  }

  @Test
  void asTextWhatCameFromOutsideBeginsNoLineAndSteersNoTerminal() throws Exception {
    String value = "x\r\n22:10:00.000 ERROR StreamsApp: \u001b[31mred\u009b\u2028\u202E";

    assertThat(written("text", log -> log.info("rejected: {}, with { and }", value)))
        .singleElement()
        .asString()
        .endsWith("rejected: " + value.replaceAll("[\\p{C}\\p{Zl}]", "\uFFFD") + ", with { and }");
  }

  @Test
  void whatALineIsAboutIsForgottenAfterIt() {
    MDC.put("before", "kept");

    CONTEXT.run(() -> assertThat(MDC.get("trace_id")).isEqualTo(TRACE.traceId()));

    assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("before");
    MDC.clear();
  }

  @Test
  void whatWasSaidInsteadOfAnIdIsCutAndMadeHarmless() {
    LogContext.of(Provenance.UNKNOWN)
        .election("\u202E" + "x".repeat(100_000))
        .run(() -> assertThat(MDC.get("election")).startsWith("\uFFFDx").hasSize(100));
  }

  @Test
  void anotherFormatIsAMistake() {
    assertThat(Logs.mistake(null)).isEmpty();
    assertThat(Logs.mistake("json")).isEmpty();
    assertThat(Logs.mistake("xml"))
        .hasValue("ELECTION_NIGHT_LOG_FORMAT is 'xml', expected text or json");
  }

  private static List<String> written(String format, Consumer<Logger> events)
      throws JoranException {
    LoggerContext context = new LoggerContext();
    // As the real one has it, so that what is put there by slf4j is seen.
    context.setMDCAdapter((LogbackMDCAdapter) MDC.getMDCAdapter());
    context.putProperty(Logs.FORMAT_VARIABLE, format);
    PrintStream usual = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setErr(err);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
      events.accept(context.getLogger("electionnight.test"));
    } finally {
      System.setErr(usual);
      context.stop();
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
