/** Who may come in, from where, and how many at once. */
package electionnight.dashboard.http.access;
