package electionnight.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** What is measured of every process, whichever app it is. */
final class ProcessMeters implements AutoCloseable {
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final LogbackMetrics logLines = new LogbackMetrics();

  ProcessMeters(MeterRegistry registry, BuildInfo build, Readiness readiness) {
    new JvmInfoMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    logLines.bindTo(registry);
    Gauge.builder("election.night.build.info", () -> 1)
        .description("1, with the build that runs")
        .tag("app", build.app())
        .tag("version", build.version())
        .tag("commit", build.commit())
        .register(registry);
    Gauge.builder("election.night.ready", () -> readiness.health().isUp() ? 1 : 0)
        .description("1 while all that has to be well is, as at /health/ready")
        .register(registry);
  }

  @Override
  public void close() {
    collections.close();
    logLines.close();
  }
}
