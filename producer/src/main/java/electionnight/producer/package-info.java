/** The command that brings declarations and reference data to Kafka. */
package electionnight.producer;
