package electionnight.domain;

import static electionnight.testing.SmallNight.ID;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.election;
import static electionnight.testing.SmallNight.seat;
import static electionnight.testing.SmallNight.seatWithoutBaseline;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Ledgers.Change;
import electionnight.domain.Ledgers.Difference;
import electionnight.domain.Ledgers.Row;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgersTest {
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final PartyCode CON = new PartyCode("Con");
  private static final PartyCode LD = new PartyCode("LD");

  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void givenAGeneralElection() {
    night.apply(election(Contest.GENERAL_ELECTION, 5));
  }

  @Test
  void aPartyThatWinsBackWhatItLostSinceHoldsOnOneBasisAndGainsOnTheOther() {
    night.apply(
        with(seat("A", "Con 100, LD 90"), LD, "won the by-election of 2021", "the Library"));
    night.apply(declaration("A", 1, "Con 100, LD 90"));

    assertThat(ledgers().differences())
        .singleElement()
        .satisfies(
            seat -> {
              assertThat(seat.own().orElseThrow().isGain()).as("gain on the own basis").isFalse();
              assertThat(seat.sitting().orElseThrow().from()).isEqualTo(LD);
            })
        .extracting(Difference::why)
        .isEqualTo(
            "Held by the Liberal Democrats at dissolution or vacancy (won the by-election of 2021;"
                + " the Library), by the Conservatives in the general election before.");
    assertThat(row(CON).own()).isEqualTo(new Change(0, 0, 0));
    assertThat(row(CON).sitting()).isEqualTo(new Change(1, 0, 1));
    assertThat(row(LD).sitting()).isEqualTo(new Change(0, 1, -1));
  }

  @Test
  void aGainFromAnotherPartyThanTheMembersIsADifferenceToo() {
    night.apply(with(seat("A", "Con 100, LD 90"), LD, "", ""));
    night.apply(declaration("A", 1, "Lab 100, LD 90"));

    assertThat(ledgers().differences())
        .extracting(Difference::why)
        .containsExactly(
            "Held by the Liberal Democrats at dissolution or vacancy, by the Conservatives in the"
                + " general election before.");
    assertThat(ledgers().own().changed()).isEqualTo(1);
    assertThat(ledgers().sitting().changed()).isEqualTo(1);
  }

  @Test
  void aSeatThatBothCountAlikeIsNoDifference() {
    night.apply(with(seat("A", "Con 100, LD 90"), CON, "", ""));
    night.apply(declaration("A", 1, "Lab 100, Con 90"));

    assertThat(ledgers().differences()).isEmpty();
    assertThat(row(LAB).own()).isEqualTo(row(LAB).sitting()).isEqualTo(new Change(1, 0, 1));
  }

  @Test
  void whatOneOfTheTwoCannotKnowIsSaid() {
    night.apply(with(seatWithoutBaseline("A"), CON, "", ""));
    night.apply(seat("B", "Con 100, LD 90"));
    night.apply(declaration("A", 1, "Lab 100, Con 90"));
    night.apply(declaration("B", 2, "Lab 100, Con 90"));

    assertThat(ledgers().differences())
        .extracting(Difference::why)
        .containsExactly(
            "Held by the Conservatives at dissolution or vacancy; who held it before that is not"
                + " known.",
            "The party of the member before is not known.");
    assertThat(ledgers().own().seats()).as("seats of the own basis").isEqualTo(1);
    assertThat(ledgers().sitting().seats()).as("seats of known members").isEqualTo(1);
  }

  @Test
  void aNightThatKnowsNoMembersHasNoDifferences() {
    night.apply(seat("A", "Con 100, LD 90"));
    night.apply(declaration("A", 1, "Lab 100, Con 90"));

    assertThat(ledgers().differences()).isEmpty();
    assertThat(ledgers().sitting().seats()).isZero();
  }

  @Test
  void theSpeakerHasARowApart() {
    night.apply(with(seat("A", "Con 100, LD 90"), PartyCode.SPEAKER, "", ""));
    night.apply(declaration("A", 1, "Spk 100, LD 90"));

    assertThat(ledgers().parties()).extracting(Row::party).doesNotContain(PartyCode.SPEAKER);
    assertThat(ledgers().speaker())
        .contains(new Row(PartyCode.SPEAKER, 1, new Change(1, 0, 1), new Change(0, 0, 0)));
  }

  @Test
  void eachBasisIsNamed() {
    assertThat(ledgers().own().label()).isEqualTo("against the general election before");
    assertThat(ledgers().sitting().label())
        .isEqualTo("against the party of the member at dissolution or vacancy");
  }

  static Stream<GeneratedNight> nights() {
    return LongStream.range(0, 60).mapToObj(GeneratedNight::of);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void theDifferencesAccountForEverySeatBetweenTheTwo(GeneratedNight generated) {
    FoldedNight folded = new FoldedNight();
    folded.apply(generated.election());
    Random random = new Random(generated.seed());
    for (Seat seat : generated.seats()) {
      folded.apply(random.nextInt(3) == 0 ? with(seat, anyParty(generated, random), "", "") : seat);
    }
    folded.applyAll(generated.words());

    Ledgers ledgers = ledgers(folded);
    Stream.concat(ledgers.parties().stream(), ledgers.speaker().stream())
        .forEach(
            row -> {
              int own = net(ledgers, row.party(), Difference::own);
              int sitting = net(ledgers, row.party(), Difference::sitting);
              if (ledgers.sitting().seats() > 0) {
                assertThat(row.sitting().net() - row.own().net())
                    .as("seats between the two ledgers of %s", row.party())
                    .isEqualTo(sitting - own);
              }
            });
  }

  private static int net(
      Ledgers ledgers, PartyCode party, Function<Difference, Optional<Outcome>> ledger) {
    return ledgers.differences().stream()
        .flatMap(seat -> ledger.apply(seat).stream())
        .filter(Outcome::isGain)
        .mapToInt(gain -> gain.party().equals(party) ? 1 : gain.from().equals(party) ? -1 : 0)
        .sum();
  }

  private static PartyCode anyParty(GeneratedNight night, Random random) {
    var parties = night.election().parties();
    return parties.get(random.nextInt(parties.size())).party();
  }

  private static Seat with(Seat seat, PartyCode party, String why, String source) {
    return new Seat(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        seat.candidates(),
        seat.baseline(),
        Optional.of(new Sitting(party, why, source)),
        seat.heldSince());
  }

  private Row row(PartyCode party) {
    return ledgers().parties().stream()
        .filter(row -> row.party().equals(party))
        .findFirst()
        .orElseThrow();
  }

  private Ledgers ledgers() {
    assertThat(night.rejected()).as("rejected in %s", ID).isEmpty();
    return ledgers(night);
  }

  private static Ledgers ledgers(FoldedNight night) {
    Map<SeatId, Seat> seats =
        night.seats().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().seat()));
    return Ledgers.of(
        night.night().election(),
        night.scoreboard(),
        night.seats().values().stream().flatMap(state -> state.result().stream()).toList(),
        seats);
  }
}
