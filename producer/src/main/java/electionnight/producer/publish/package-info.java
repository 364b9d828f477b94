/** The way to Kafka: what is acknowledged is kept, and what is not is told. */
package electionnight.producer.publish;
