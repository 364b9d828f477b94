package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Rules;
import electionnight.testing.FoldedNight;
import java.util.List;
import java.util.Optional;

/** A recorded night folded by the domain, without Kafka. */
final class Played {
  private static final Rules WITHOUT_QUERIES =
      new Rules(
          Rules.STANDARD.alerts(),
          Rules.STANDARD.narrowestMajorityUnder(),
          Rules.STANDARD.largestSwingFrom(),
          Rules.STANDARD.firstSinceYears(),
          Optional.empty());

  private Played() {}

  /** By the rules of the house. */
  static FoldedNight byTheRules(RecordedNight night) {
    return fold(night.election(), night, night.declarations());
  }

  /** With the queries switched off. */
  static FoldedNight withoutQueries(RecordedNight night) {
    return withoutQueries(night, night.declarations());
  }

  /** As far as some of its declarations, with the queries switched off. */
  static FoldedNight withoutQueries(RecordedNight night, List<Declaration> declarations) {
    Election is = night.election();
    return fold(
        new Election(
            is.election(),
            is.name(),
            is.contest(),
            is.date(),
            is.zone(),
            is.basis(),
            is.previous(),
            is.closeOfPoll(),
            is.seats(),
            is.mode(),
            is.parties(),
            is.recordBook(),
            Optional.of(WITHOUT_QUERIES),
            is.attribution()),
        night,
        declarations);
  }

  private static FoldedNight fold(
      Election election, RecordedNight night, List<Declaration> declarations) {
    FoldedNight folded = new FoldedNight();
    folded.apply(election);
    night.seats().forEach(folded::apply);
    folded.applyAll(declarations);
    assertThat(folded.rejected()).as("rejected").isEmpty();
    return folded;
  }
}
