package electionnight.domain;

import electionnight.domain.Consequences.Moved;
import electionnight.domain.Folded.Ignored.Why;
import java.util.List;
import java.util.Optional;

/** Folds in what sources say of a seat. */
final class DeclarationFold {
  private final Moment moment;

  DeclarationFold(Moment moment) {
    this.moment = moment;
  }

  /** Folds in what a source says of a seat. */
  Folded declaration(Declaration declaration) {
    Optional<SeatState> known = moment.seats().seat(declaration.seat());
    if (known.isEmpty()) {
      return moment.unknownSeat(declaration.seat());
    }
    SeatState before = known.get();
    List<Reason> reasons = DeclarationScreening.of(moment.election(), before.seat(), declaration);
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<Declaration> believed = before.word().map(Word::declaration);
    if (believed.filter(word -> declaration.revision() <= word.revision()).isPresent()) {
      return notNewer(before.seat(), believed.get(), declaration);
    }
    if (removesVotes(believed, declaration)) {
      return Folded.Rejected.of(
          Reason.Code.UNEXPLAINED,
          "reason",
          "",
          "why the votes declared by " + believed.get().source() + " no longer count");
    }
    Optional<Word> doubted = before.queried().map(Queried::word);
    if (doubted.filter(word -> sameRevision(word, declaration)).isPresent()) {
      return saidAgain(before, before.queried().get(), declaration);
    }
    List<Query> queries = moment.querying().queries(before, declaration);
    Word word = new Word(declaration, moment.heard().cause());
    if (queries.isEmpty()) {
      return moment.settle(
          new Moved(before, moment.querying().queriedAnew(before.believing(word))),
          whyDeclaration(before, declaration),
          declaration.declaredAt());
    }
    if (doubted.filter(later -> isAfter(later, declaration)).isPresent()) {
      return new Folded.Ignored(Why.SUPERSEDED);
    }
    return moment.settle(
        new Moved(before, before.querying(Optional.of(new Queried(word, queries)))),
        "is being checked",
        declaration.declaredAt());
  }

  private static boolean removesVotes(Optional<Declaration> believed, Declaration declaration) {
    return believed.filter(word -> word.status().hasVotes()).isPresent()
        && !declaration.status().hasVotes()
        && declaration.reason().filter(reason -> !reason.isBlank()).isEmpty();
  }

  private static boolean sameRevision(Word word, Declaration declaration) {
    return word.declaration().revision() == declaration.revision();
  }

  private static boolean isAfter(Word word, Declaration declaration) {
    return word.declaration().revision() > declaration.revision();
  }

  /** The revision that is being checked, said once more: another source may bear it out. */
  private Folded saidAgain(SeatState before, Queried doubt, Declaration declaration) {
    Declaration first = doubt.word().declaration();
    if (bearsOut(before.seat(), declaration, first)) {
      return soundTime(doubt, before, declaration)
          .map(
              word ->
                  moment.settle(
                      new Moved(before, before.believing(word)),
                      "borne out by a second source, " + declaration.source(),
                      word.declaration().declaredAt()))
          .orElseGet(() -> new Folded.Ignored(Why.DUPLICATE));
    }
    return declaration.saysTheSameAs(first)
        ? new Folded.Ignored(Why.DUPLICATE)
        : conflict(first, declaration);
  }

  /**
   * Of two sources that agree but for the time, the word whose time is not in doubt; empty where
   * that of both is. A time in doubt is borne out only by the same time.
   */
  private Optional<Word> soundTime(Queried doubt, SeatState before, Declaration declaration) {
    boolean timeInDoubt = doubt.queries().stream().anyMatch(query -> query.code().isOfTime());
    if (!timeInDoubt || declaration.declaredAt().equals(doubt.word().declaration().declaredAt())) {
      return Optional.of(doubt.word());
    }
    boolean sound =
        moment.querying().queries(before, declaration).stream()
            .noneMatch(query -> query.code().isOfTime());
    return sound ? Optional.of(new Word(declaration, moment.heard().cause())) : Optional.empty();
  }

  private static Folded notNewer(Seat seat, Declaration earlier, Declaration declaration) {
    if (declaration.revision() < earlier.revision()) {
      return new Folded.Ignored(Why.SUPERSEDED);
    }
    boolean same = declaration.saysTheSameAs(earlier) || bearsOut(seat, declaration, earlier);
    return same ? new Folded.Ignored(Why.DUPLICATE) : conflict(earlier, declaration);
  }

  /** Two rushes, one by name and one by party, agree only where the ballot says so. */
  private static boolean bearsOut(Seat seat, Declaration declaration, Declaration earlier) {
    return !earlier.source().equals(declaration.source())
        && declaration.agreesWith(earlier)
        && rushedParty(seat, declaration).equals(rushedParty(seat, earlier));
  }

  private static Optional<PartyCode> rushedParty(Seat seat, Declaration declaration) {
    return declaration.status() == Status.RUSH
        ? Rushed.winner(seat, declaration).map(Candidate::party)
        : Optional.empty();
  }

  private static Folded conflict(Declaration earlier, Declaration declaration) {
    return Folded.Rejected.of(
        Reason.Code.REVISION_CONFLICT,
        "revision",
        String.valueOf(declaration.revision()),
        "a revision above "
            + earlier.revision()
            + ", because "
            + earlier.source()
            + " gave revision "
            + earlier.revision()
            + " other content");
  }

  private String whyDeclaration(SeatState before, Declaration declaration) {
    Optional<String> reason = declaration.reason().filter(text -> !text.isBlank());
    if (reason.isPresent()) {
      return reason.get();
    }
    if (before.word().isEmpty()) {
      return firstWord(declaration);
    }
    return switch (before.word().get().declaration().status()) {
      case RUSH ->
          "declared in full at " + Headline.time(moment.election(), declaration.declaredAt());
      case RECOUNT -> "the recount is over";
      case DECLARED, CORRECTED, WITHDRAWN -> "revised by " + declaration.source();
    };
  }

  private String firstWord(Declaration declaration) {
    boolean late =
        moment.night().standings().latest().filter(declaration.declaredAt()::isBefore).isPresent();
    return late
        ? "declared earlier, came in later"
        : "declared at " + Headline.time(moment.election(), declaration.declaredAt());
  }
}
