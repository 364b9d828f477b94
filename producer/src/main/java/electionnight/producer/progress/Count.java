package electionnight.producer.progress;

import electionnight.cli.PlainText;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.PartyCode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many of how many, how fast, and which was the last. */
final class Count {
  private final LongSupplier nanoClock;
  private final long started;
  private int total;
  private int declared;
  private String last = "";

  Count(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.started = nanoClock.getAsLong();
  }

  void expect(int declarations) {
    total += declarations;
  }

  void add(String seat, Declaration declaration) {
    declared++;
    last = seat + said(declaration).map(": "::concat).orElse("");
  }

  boolean isEmpty() {
    return declared == 0;
  }

  @Override
  public String toString() {
    double seconds = (nanoClock.getAsLong() - started) / (double) TimeUnit.SECONDS.toNanos(1);
    StringBuilder line = new StringBuilder("Declared ").append(declared);
    if (total > 0) {
      line.append(" of ").append(total);
    }
    if (seconds > 0) {
      line.append(String.format(Locale.ROOT, " (%.1f/s)", declared / seconds));
    }
    if (!last.isEmpty()) {
      line.append(", last ").append(last);
    }
    return PlainText.of(line.toString());
  }

  /** What a word comes to, as far as it alone tells. */
  private static Optional<String> said(Declaration declaration) {
    return switch (declaration.status()) {
      case RUSH ->
          declaration
              .winner()
              .or(() -> declaration.party().map(PartyCode::value))
              .map(winner -> winner + ", rushed");
      case RECOUNT -> Optional.of("recount");
      case DECLARED -> winner(declaration);
      case CORRECTED -> winner(declaration).map(winner -> winner + ", corrected");
      case WITHDRAWN -> Optional.of("withdrawn");
    };
  }

  private static Optional<String> winner(Declaration declaration) {
    return declaration.votes().stream()
        .filter(row -> declaration.winner().map(row.candidate()::equals).orElse(true))
        .max(Comparator.comparingInt(CandidateVotes::votes))
        .map(row -> row.candidate() + " (" + row.party() + ")");
  }
}
