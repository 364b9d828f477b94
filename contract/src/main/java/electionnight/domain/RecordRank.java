package electionnight.domain;

import java.util.Optional;

/**
 * A figure's place in the record book.
 *
 * @param rank 1 for the largest
 * @param joint whether an entry of the book has the same figure
 * @param scope among what
 * @param beaten the largest entry of the scope that is smaller; empty where the book has none
 * @param unbeaten the smallest entry of the scope that is larger; empty for the largest
 */
public record RecordRank(
    int rank,
    boolean joint,
    RecordScope scope,
    Optional<RecordEntry> beaten,
    Optional<RecordEntry> unbeaten) {}
