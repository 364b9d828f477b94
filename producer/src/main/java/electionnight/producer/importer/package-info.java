/** Makes recorded nights of result files as the House of Commons Library publishes them. */
package electionnight.producer.importer;
