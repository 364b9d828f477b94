package electionnight.quickstart;

import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Seat;
import electionnight.producer.night.RecordedNight;

/** One night played under several ids on one cluster. */
final class RenamedNight {
  private RenamedNight() {}

  /** The same night under another id, so that tests do not meet each other. */
  static RecordedNight as(String id, RecordedNight night) {
    ElectionId other = new ElectionId(id);
    Election election = night.election();
    return new RecordedNight(
        new Election(
            other,
            election.name(),
            election.contest(),
            election.date(),
            election.zone(),
            election.basis(),
            election.previous(),
            election.seats(),
            election.mode(),
            election.parties(),
            election.recordBook(),
            election.attribution()),
        night.seats().stream()
            .map(
                seat ->
                    new Seat(
                        other,
                        seat.seat(),
                        seat.name(),
                        seat.region(),
                        seat.nation(),
                        seat.electorate(),
                        seat.hex(),
                        seat.candidates(),
                        seat.baseline()))
            .toList(),
        night.declarations().stream()
            .map(
                word ->
                    new Declaration(
                        other,
                        word.seat(),
                        word.revision(),
                        word.status(),
                        word.declaredAt(),
                        word.source(),
                        word.reason(),
                        word.winner(),
                        word.votes(),
                        word.invalidVotes()))
            .toList());
  }
}
