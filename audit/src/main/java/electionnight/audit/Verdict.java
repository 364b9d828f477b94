package electionnight.audit;

/**
 * What became of proving one night.
 *
 * @param agrees whether the log is what its inputs give
 * @param sentence what agrees, or the first difference
 */
record Verdict(boolean agrees, String sentence) {}
