/** Recorded nights: the folder format, the nights shipped with the product, and the record book. */
package electionnight.producer.night;
