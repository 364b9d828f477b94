/** What a person at the terminal sees of a source at work. */
package electionnight.producer.progress;
