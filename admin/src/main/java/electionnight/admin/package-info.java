/**
 * The port that every app has for those who run it, beside whatever it does for others: metrics,
 * health, which build it is.
 */
package electionnight.admin;
