package electionnight.producer.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what is told to an audit log, from 0 on: the first answer of a kind would be no growth
 * otherwise.
 */
final class MeasuredAudit extends IntakeAudit {
  private static final String STRANGER = "unknown";

  private final IntakeAudit audit;
  private final MeterRegistry registry;

  MeasuredAudit(IntakeAudit audit, IntakeSources sources, MeterRegistry registry) {
    this.audit = audit;
    this.registry = registry;
    FunctionCounter.builder("election.night.intake.audit.lost", audit, IntakeAudit::lost)
        .description("Lines of the audit log that could not be kept")
        .register(registry);
    for (int status : IntakeRoutes.STATUSES) {
      requests(STRANGER, status);
      sources.all().forEach(source -> requests(source.id(), status));
    }
  }

  @Override
  void tell(AuditLine line) {
    requests(line.source().orElse(STRANGER), line.status()).increment();
    audit.tell(line);
  }

  private Counter requests(String source, int status) {
    return Counter.builder("election.night.intake.requests")
        .description("Requests that the intake has answered, by who sent them and with what")
        .tag("source", source)
        .tag("status", String.valueOf(status))
        .register(registry);
  }

  @Override
  public long lost() {
    return audit.lost();
  }

  @Override
  public void close() {
    audit.close();
  }
}
