package electionnight.producer.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is told to an audit log. */
final class MeasuredAudit extends IntakeAudit {
  private final IntakeAudit audit;
  private final MeterRegistry registry;

  MeasuredAudit(IntakeAudit audit, MeterRegistry registry) {
    this.audit = audit;
    this.registry = registry;
    FunctionCounter.builder("election.night.intake.audit.lost", audit, IntakeAudit::lost)
        .description("Lines of the audit log that could not be kept")
        .register(registry);
  }

  @Override
  void tell(AuditLine line) {
    Counter.builder("election.night.intake.requests")
        .description("Requests that the intake has answered, by who sent them and with what")
        .tag("source", line.source().orElse("unknown"))
        .tag("status", String.valueOf(line.status()))
        .register(registry)
        .increment();
    audit.tell(line);
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
