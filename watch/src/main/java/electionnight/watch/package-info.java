/**
 * A night in the terminal. Everything here runs on one thread, but for the client's own that hand
 * over the bytes of the stream.
 */
package electionnight.watch;
