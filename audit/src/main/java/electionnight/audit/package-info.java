/**
 * Commands that prove what was published, explain it in plain figures, and send again what was
 * rejected once its cause is mended. They read the log and need no app to run.
 */
package electionnight.audit;
