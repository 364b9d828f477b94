/** Where declarations and reference data come from: a recorded night, lines, a folder, HTTP. */
package electionnight.producer.source;
