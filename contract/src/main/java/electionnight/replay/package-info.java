/**
 * The fold with its state in memory: what the streams app does on its stores, for whoever folds a
 * log again.
 */
package electionnight.replay;
