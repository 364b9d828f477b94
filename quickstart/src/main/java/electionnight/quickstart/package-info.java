/** The whole system in one JVM: the only place that knows all its parts. */
package electionnight.quickstart;
