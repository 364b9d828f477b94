package electionnight.producer.night;

import electionnight.domain.Baseline;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.Seat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What goes wrong between the hall and the wire; each can be made in any seat. */
enum Mistake {
  LAST_DIGIT_LOST {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      return ofEachEstablishedParty(word, seat, votes -> votes / 10);
    }
  },
  LAST_TWO_DIGITS_LOST {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      return ofEachEstablishedParty(word, seat, votes -> votes / 100);
    }
  },
  FIRST_DIGIT_LOST {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      return ofEachEstablishedParty(
          word, seat, votes -> Integer.parseInt("0" + String.valueOf(votes).substring(1)));
    }
  },
  ALL_BUT_THE_FIRST_DIGIT_LOST {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      return word.votes().stream()
          .map(row -> keyed(word, row, String.valueOf(row.votes()).charAt(0) - '0'));
    }
  },
  FIRST_AND_SECOND_EXCHANGED {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      return Stream.of(withoutWinner(exchanged(word, 0, 1)));
    }
  },
  SECOND_AND_THIRD_EXCHANGED {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      return Stream.of(exchanged(word, 1, 2));
    }
  },
  ONE_ROW_FURTHER_DOWN {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      List<CandidateVotes> rows = word.votes();
      return Stream.of(
          withoutWinner(
              keyed(
                  word,
                  row -> rows.get((rows.indexOf(row) + rows.size() - 1) % rows.size()).votes())));
    }
  },
  WARD_LEFT_OUT {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      int all = word.votes().stream().mapToInt(CandidateVotes::votes).sum();
      return Stream.of(
          keyed(word, row -> row.votes() - (int) Math.round((double) WARD * row.votes() / all)));
    }
  },
  WARD_OF_THE_WINNER_LEFT_OUT {
    @Override
    Stream<Declaration> in(Declaration word, Seat seat) {
      return Stream.of(keyed(word, byVotes(word).get(0), byVotes(word).get(0).votes() - WARD));
    }
  };

  /** The votes of the ward that was left out of Putney in 2024. */
  private static final int WARD = 6_558;

  /** Every way to make this mistake of a true word on a seat. */
  abstract Stream<Declaration> in(Declaration word, Seat seat);

  private static Stream<Declaration> ofEachEstablishedParty(
      Declaration word, Seat seat, IntUnaryOperator mistake) {
    Baseline before = seat.baseline().orElseThrow();
    return word.votes().stream()
        .filter(
            row ->
                before
                    .votes(row.party())
                    .filter(votes -> 20L * votes > before.validVotes())
                    .isPresent())
        .map(row -> keyed(word, row, mistake.applyAsInt(row.votes())));
  }

  private static Declaration exchanged(Declaration word, int one, int other) {
    CandidateVotes first = byVotes(word).get(one);
    CandidateVotes second = byVotes(word).get(other);
    return keyed(keyed(word, first, second.votes()), second, first.votes());
  }

  /** The rows of a word, most votes first. */
  static List<CandidateVotes> byVotes(Declaration word) {
    return word.votes().stream()
        .sorted(Comparator.comparingInt(CandidateVotes::votes).reversed())
        .toList();
  }

  /** A word in which one candidate's votes were keyed as others. */
  static Declaration keyed(Declaration word, CandidateVotes wrong, int votes) {
    return keyed(word, row -> row.equals(wrong) ? votes : row.votes());
  }

  /** A word in which votes were keyed as others. */
  static Declaration keyed(Declaration word, ToIntFunction<CandidateVotes> votes) {
    return copy(
        word,
        word.winner(),
        word.votes().stream()
            .map(row -> new CandidateVotes(row.candidate(), row.party(), votes.applyAsInt(row)))
            .toList());
  }

  /** A word of a source that does not name who won. */
  static Declaration withoutWinner(Declaration word) {
    return copy(word, Optional.empty(), word.votes());
  }

  private static Declaration copy(
      Declaration word, Optional<String> winner, List<CandidateVotes> votes) {
    return new Declaration(
        word.election(),
        word.seat(),
        word.revision(),
        word.status(),
        word.declaredAt(),
        word.source(),
        word.reason(),
        winner,
        word.party(),
        votes,
        word.invalidVotes(),
        word.verifiedBallots(),
        word.test());
  }
}
