/** Messages by HTTP, from sources that are known by their tokens. */
package electionnight.producer.intake;
