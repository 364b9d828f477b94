/** What the tests of every module share: golden messages, generated nights, a fold in memory. */
package electionnight.testing;
