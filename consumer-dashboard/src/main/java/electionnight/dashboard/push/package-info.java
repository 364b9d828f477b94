/**
 * From an update to ten thousand sockets: each update is encoded once into a bounded ring, each
 * client is a cursor into it. A client that lags costs no memory and delays nobody; if it falls off
 * the ring it gets a snapshot, and if it takes nothing it is closed.
 */
package electionnight.dashboard.push;
