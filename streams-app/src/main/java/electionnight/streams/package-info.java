/** The domain's fold of a night on Kafka Streams: a topology, its stores and a thin main. */
package electionnight.streams;
