package electionnight.domain;

import electionnight.domain.Alert.Facts;
import electionnight.domain.Correction.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The facts of one alert while they are put together: what is not told stays absent. */
final class FactSheet {
  private Optional<PartyCode> party = Optional.empty();
  private Optional<PartyCode> from = Optional.empty();
  private OptionalInt majority = OptionalInt.empty();
  private OptionalInt overturned = OptionalInt.empty();
  private Optional<Swing> swing = Optional.empty();
  private Optional<Basis> basis = Optional.empty();
  private Optional<RecordRank> record = Optional.empty();
  private OptionalInt seats = OptionalInt.empty();
  private OptionalInt majorityLine = OptionalInt.empty();
  private OptionalInt heldSince = OptionalInt.empty();
  private OptionalInt tiedAt = OptionalInt.empty();
  private List<Change> changes = List.of();

  FactSheet withParty(PartyCode winner) {
    party = Optional.of(winner);
    return this;
  }

  FactSheet withFrom(PartyCode loser, Basis against) {
    from = Optional.of(loser);
    basis = Optional.of(against);
    return this;
  }

  FactSheet withMajority(OptionalInt votes) {
    majority = votes;
    return this;
  }

  FactSheet withOverturned(OptionalInt votes) {
    overturned = votes;
    return this;
  }

  FactSheet withSwing(Swing points) {
    swing = Optional.of(points);
    return this;
  }

  FactSheet withRecord(Optional<RecordRank> rank) {
    record = rank;
    return this;
  }

  FactSheet withLine(int line) {
    seats = OptionalInt.of(line);
    majorityLine = OptionalInt.of(line);
    return this;
  }

  FactSheet withHeldSince(int year) {
    heldSince = OptionalInt.of(year);
    return this;
  }

  FactSheet withTie(int votes) {
    tiedAt = OptionalInt.of(votes);
    return this;
  }

  FactSheet withChanges(List<Change> corrected) {
    changes = corrected;
    return this;
  }

  Facts facts() {
    return new Facts(
        party,
        from,
        majority,
        overturned,
        swing,
        basis,
        record,
        seats,
        majorityLine,
        heldSince,
        tiedAt,
        changes);
  }
}
