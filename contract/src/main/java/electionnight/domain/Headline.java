package electionnight.domain;

import java.util.Locale;

/** The grammar of headlines. */
final class Headline {
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

  /** A party at the start of a sentence. */
  static String subject(Election election, PartyCode party) {
    String collective = collective(election, party);
    return collective.substring(0, 1).toUpperCase(Locale.UK) + collective.substring(1);
  }

  static String verb(Election election, PartyCode party, String plural, String singular) {
    return election.party(party).filter(Party::person).isPresent() ? singular : plural;
  }

  /** A count of votes or seats, thousands separated. */
  static String number(int count) {
    return String.format(Locale.UK, "%,d", count);
  }

  private static String collective(Election election, PartyCode party) {
    return election
        .party(party)
        .map(Party::collective)
        .filter(name -> !name.isEmpty())
        .orElse(party.value());
  }
}
