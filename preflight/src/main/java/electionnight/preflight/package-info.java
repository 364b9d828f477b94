/** Makes a cluster ready for a night, and says what is wrong with one. Knows no app. */
package electionnight.preflight;
