package electionnight.domain;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The grammar of headlines. */
public final class Headline {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM HH:mm:ss", Locale.UK);

  private Headline() {}

  /** {@code Labour gain Mid Bedfordshire from the Conservatives}. */
  static String gain(Election election, PartyCode party, PartyCode from, String seat) {
    return subject(election, party)
        + " "
        + verb(election, party, "gain", "gains")
        + " "
        + seat
        + " from "
        + collective(election, from);
  }

  /** {@code Labour gain from the Conservatives, majority 1,192}. */
  public static String result(Election election, Result result) {
    PartyCode party = result.party();
    return result.outcome().map(outcome -> outcome(election, outcome)).orElse(win(election, party))
        + majority(result);
  }

  /** {@code Labour gain from the Conservatives}, {@code Labour hold}. */
  public static String outcome(Election election, Outcome outcome) {
    PartyCode party = outcome.party();
    return subject(election, party)
        + " "
        + (outcome.isGain()
            ? verb(election, party, "gain", "gains")
                + " from "
                + collective(election, outcome.from())
            : verb(election, party, "hold", "holds"));
  }

  /** {@code Labour win}; where it is not known who won before. */
  public static String win(Election election, PartyCode party) {
    return subject(election, party) + " " + verb(election, party, "win", "wins");
  }

  /** {@code , majority 1,192}, {@code , by lot}; nothing where there is none or it is not known. */
  static String majority(Result result) {
    return result
        .majority()
        .map(
            majority ->
                majority.votes() == 0 ? ", by lot" : ", majority " + number(majority.votes()))
        .orElse("");
  }

  /** A party at the start of a sentence. */
  public static String subject(Election election, PartyCode party) {
    String collective = collective(election, party);
    return collective.substring(0, 1).toUpperCase(Locale.UK) + collective.substring(1);
  }

  public static String verb(Election election, PartyCode party, String plural, String singular) {
    return election.party(party).filter(Party::person).isPresent() ? singular : plural;
  }

  /** A party within a sentence. */
  public static String collective(Election election, PartyCode party) {
    return election
        .party(party)
        .map(Party::collective)
        .filter(name -> !name.isEmpty())
        .orElse(party.value());
  }

  /** A moment as the night's own clocks show it. */
  static String time(Election election, Instant at) {
    return TIME.format(at.atZone(election.zone()));
  }

  /** A sentence that follows a colon: its article is small. */
  static String afterColon(String sentence) {
    return sentence.startsWith("The ") || sentence.startsWith("An ")
        ? sentence.substring(0, 1).toLowerCase(Locale.UK) + sentence.substring(1)
        : sentence;
  }

  /** A count of votes or seats, thousands separated. */
  public static String number(int count) {
    return String.format(Locale.UK, "%,d", count);
  }

  /** Percentage points, with one decimal as they are printed. */
  static String points(double points) {
    return String.format(Locale.UK, "%.1f", points);
  }

  /**
   * {@code the biggest at a by-election}, {@code the joint third-biggest at a by-election since
   * 1945}.
   *
   * @param superlative {@code biggest}, {@code largest}
   */
  static String place(RecordRank rank, String superlative) {
    return "the "
        + (rank.joint() ? "joint " : "")
        + (rank.rank() == 1 ? "" : ordinal(rank.rank()) + "-")
        + superlative
        + " at a "
        + rank.scope().contest().noun()
        + rank.scope().since().map(day -> " since " + day.getYear()).orElse("");
  }

  private static String ordinal(int rank) {
    return switch (rank) {
      case 2 -> "second";
      case 3 -> "third";
      case 4 -> "fourth";
      case 5 -> "fifth";
      case 6 -> "sixth";
      case 7 -> "seventh";
      case 8 -> "eighth";
      case 9 -> "ninth";
      case 10 -> "tenth";
      default -> throw new IllegalArgumentException("no rank that is news: " + rank);
    };
  }
}
