package electionnight.dashboard.http;

import java.util.Map;

/**
 * The streams and sockets of a server, as ops see them.
 *
 * @param clients how many are open
 * @param addresses those with the most of them, most first, each with how many
 * @param refused since the start, by reason
 * @param resyncs snapshots sent since the start to clients that had fallen off the ring
 * @param slowCloses clients closed since the start because they took nothing
 */
public record ClientsReport(
    int clients,
    Map<String, Integer> addresses,
    Map<String, Long> refused,
    long resyncs,
    long slowCloses) {}
