/** The page, the REST documents and the streams, over HTTP. */
package electionnight.dashboard.http;
