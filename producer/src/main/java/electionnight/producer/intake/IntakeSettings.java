package electionnight.producer.intake;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * How the intake listens, and to whom.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param sources those who may send
 * @param audit where requests are told; closed with the intake
 */
public record IntakeSettings(String host, int port, IntakeSources sources, IntakeAudit audit) {

  /** The same, with what is told to the audit counted. */
  public IntakeSettings measured(MeterRegistry registry) {
    return new IntakeSettings(host, port, sources, new MeasuredAudit(audit, sources, registry));
  }
}
