package electionnight.domain;

/**
 * What a source said, and where in the log.
 *
 * @param declaration what was said
 * @param cause the record it was said in
 */
public record Word(Declaration declaration, Cause cause) {}
