/** What the tests of the dashboard start from. */
package electionnight.dashboard.testing;
