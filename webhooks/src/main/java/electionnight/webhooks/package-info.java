/**
 * Alerts delivered to the endpoints of newsrooms, after the Standard Webhooks specification. Every
 * endpoint has its own place in the log.
 */
package electionnight.webhooks;
