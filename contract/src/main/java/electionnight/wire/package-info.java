/**
 * The domain on the wire: topics, keys, JSON messages, and the one place that configures Jackson
 * and the Kafka clients.
 */
package electionnight.wire;
