package electionnight.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The records as they stood before polling day.
 *
 * @param scopes how much it supports
 * @param entries the figures, in any order
 */
public record RecordBook(List<RecordScope> scopes, List<RecordEntry> entries) {
  /** A book that supports nothing. */
  public static final RecordBook EMPTY = new RecordBook(List.of(), List.of());

  public RecordBook {
    scopes = List.copyOf(scopes);
    entries = List.copyOf(entries);
  }

  private static final int LAST_RANK_THAT_IS_NEWS = 10;

  private static final Comparator<RecordRank> BEST_THEN_WIDEST =
      Comparator.comparingInt(RecordRank::rank)
          .thenComparing(rank -> rank.scope().since().orElse(LocalDate.MIN));

  /**
   * The best place that the book supports for a figure of an election, in the widest scope that
   * gives it; empty where it supports none of the first ten.
   *
   * @param figure in the measure's unit; compared with an entry at that entry's precision
   * @param biggerTonight how many figures of the same election are larger
   */
  Optional<RecordRank> rank(
      Election election, Measure measure, BigDecimal figure, int biggerTonight) {
    return scopes.stream()
        .filter(scope -> scope.contest() == election.contest() && scope.measure() == measure)
        .filter(scope -> compare(figure, scope.completeFrom()) >= 0)
        .map(scope -> rank(scope, figure, biggerTonight))
        .filter(rank -> rank.rank() <= LAST_RANK_THAT_IS_NEWS)
        .min(BEST_THEN_WIDEST);
  }

  private RecordRank rank(RecordScope scope, BigDecimal figure, int biggerTonight) {
    List<RecordEntry> ranked =
        entries.stream()
            .filter(entry -> entry.contest() == scope.contest())
            .filter(entry -> entry.measure() == scope.measure())
            .filter(entry -> scope.since().filter(entry.date()::isBefore).isEmpty())
            .sorted(Comparator.comparing(RecordEntry::value).thenComparing(RecordEntry::date))
            .toList();
    List<RecordEntry> larger =
        ranked.stream().filter(entry -> compare(figure, entry.value()) < 0).toList();
    List<RecordEntry> smaller =
        ranked.stream().filter(entry -> compare(figure, entry.value()) > 0).toList();
    return new RecordRank(
        1 + larger.size() + biggerTonight,
        larger.size() + smaller.size() < ranked.size(),
        scope,
        smaller.stream().reduce((first, last) -> last),
        larger.stream().findFirst());
  }

  private static int compare(BigDecimal figure, BigDecimal entry) {
    return figure.setScale(Math.max(0, entry.scale()), RoundingMode.HALF_UP).compareTo(entry);
  }
}
