/** Reads whole topics from their beginning and follows them, in no consumer group. */
package electionnight.dashboard.tail;
