/**
 * The domain of an election night: immutable values and pure functions over them.
 *
 * <p>Nothing here knows a library, a clock, a file or a network: time comes in with the event, and
 * what can go wrong with an input is a returned value. The words are psephology's.
 */
package electionnight.domain;
