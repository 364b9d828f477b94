/** The nights as they stand: written by one thread, read by any as immutable values. */
package electionnight.dashboard.view;
