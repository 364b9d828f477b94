package electionnight.producer.intake;

/**
 * How the intake listens, and to whom.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param sources those who may send
 * @param audit where requests are told; closed with the intake
 */
public record IntakeSettings(String host, int port, IntakeSources sources, IntakeAudit audit) {}
