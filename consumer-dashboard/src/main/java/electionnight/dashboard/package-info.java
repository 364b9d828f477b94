/**
 * Shows nights to readers: tails the updates, holds the view, serves it by REST, Server-Sent Events
 * and a page. Keeps nothing of its own, so any number of replicas can stand side by side.
 */
package electionnight.dashboard;
