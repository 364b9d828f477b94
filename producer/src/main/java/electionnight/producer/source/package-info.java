/** Where declarations and reference data come from: a recorded night, lines, a folder. */
package electionnight.producer.source;
