package electionnight.producer.importer;

import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.producer.night.CsvRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gives every candidacy, of now and of the previous election, its party. The code is the
 * abbreviation that the election's own files publish; a party that stood before under another
 * abbreviation is found by its ids, as the Brexit Party of 2019 is Reform UK in 2024.
 */
final class PartyCodes {
  private final PartyRegister register;
  private final Findings findings;
  private final Map<String, String> codeOfMnisId = new HashMap<>();
  private final Map<String, Set<String>> codesOfEcId = new HashMap<>();
  private final Map<String, Set<String>> collectivesOfCode = new HashMap<>();
  private final Map<PartyCode, Integer> mostRows = new HashMap<>();
  private final Map<Affiliation, PartyCode> previous = new HashMap<>();
  private final Map<Affiliation, PartyRegister.Entry> entries = new HashMap<>();
  private final Map<PartyCode, Party> parties = new TreeMap<>();

  PartyCodes(PartyRegister register, List<CsvRow> candidacies, Findings findings) {
    this.register = register;
    this.findings = findings;
    Map<Affiliation, Integer> rows = new HashMap<>();
    for (CsvRow row : candidacies) {
      Affiliation affiliation = Published.affiliation(row);
      PartyCode code =
          row.value(
              Published.PARTY_ABBREVIATION,
              text -> new PartyCode(Published.code(text)),
              "a party's abbreviation such as Lab");
      PartyRegister.Entry entry = entry(affiliation, row.where());
      collectives(code.value()).add(entry.collective());
      if (!affiliation.mnisId().isEmpty()) {
        codeOfMnisId.put(affiliation.mnisId(), code.value());
      }
      ecIds(affiliation, entry)
          .forEach(id -> codesOfEcId.computeIfAbsent(id, key -> new HashSet<>()).add(code.value()));
      // The Greens have several registrations; the one that most stand for names the party.
      int count = rows.merge(affiliation, 1, Integer::sum);
      int most = mostRows.merge(code, count, Math::max);
      if (count == most) {
        parties.put(code, party(code, entry));
      }
    }
  }

  /** The party of a candidacy of the election imported. */
  PartyCode now(CsvRow candidacy) {
    return new PartyCode(Published.affiliation(candidacy).code());
  }

  /** The party of a candidacy of the previous election. */
  PartyCode before(PreviousSeat.Votes row) {
    return previous.computeIfAbsent(
        row.affiliation(),
        affiliation -> {
          PartyRegister.Entry entry = entry(affiliation, row.where());
          PartyCode code = before(affiliation, entry, row.where());
          parties.putIfAbsent(code, party(code, entry));
          return code;
        });
  }

  private PartyCode before(Affiliation affiliation, PartyRegister.Entry entry, String where) {
    Optional<String> sameId =
        Stream.of(entry.mnisId(), entry.sameAs())
            .filter(codeOfMnisId::containsKey)
            .map(codeOfMnisId::get)
            .findFirst();
    if (sameId.isPresent()) {
      return new PartyCode(sameId.get());
    }
    List<String> sameEcId =
        ecIds(affiliation, entry)
            .flatMap(id -> codesOfEcId.getOrDefault(id, Set.of()).stream())
            .distinct()
            .toList();
    if (sameEcId.size() == 1) {
      if (!sameEcId.get(0).equals(entry.code())) {
        findings.oddity(
            where, entry.name() + " stands as " + sameEcId.get(0) + " now, and is counted as that");
      }
      return new PartyCode(sameEcId.get(0));
    }
    Set<String> holders = collectives(entry.code());
    if (holders.isEmpty() || holders.contains(entry.collective())) {
      holders.add(entry.collective());
      return new PartyCode(entry.code());
    }
    String other = entry.code() + "-" + entry.mnisId();
    findings.oddity(
        where,
        entry.name()
            + " is called "
            + other
            + ", because "
            + entry.code()
            + " is another party's code");
    return new PartyCode(other);
  }

  private Set<String> collectives(String code) {
    return collectivesOfCode.computeIfAbsent(code, key -> new HashSet<>());
  }

  /** Every party met so far, by code. */
  List<Party> parties() {
    return List.copyOf(parties.values());
  }

  private PartyRegister.Entry entry(Affiliation affiliation, String where) {
    return entries.computeIfAbsent(
        affiliation,
        key -> {
          Optional<PartyRegister.Entry> known = register.find(affiliation);
          String party = "the party '" + affiliation.name() + "' (" + affiliation.code() + ")";
          if (known.isEmpty()) {
            findings.contradiction(where, party + " is unknown");
          } else if (!affiliation.mnisId().isEmpty()
              && !known.get().mnisId().equals(affiliation.mnisId())) {
            findings.oddity(
                where, party + " has the id " + affiliation.mnisId() + " of another party");
          }
          return known.orElseGet(() -> PartyRegister.unknown(affiliation));
        });
  }

  private static Stream<String> ecIds(Affiliation affiliation, PartyRegister.Entry entry) {
    return Stream.concat(Stream.of(affiliation.ecId()), entry.ecIds().stream())
        .filter(id -> !id.isEmpty())
        .distinct();
  }

  private static Party party(PartyCode code, PartyRegister.Entry entry) {
    return new Party(code, entry.name(), entry.collective(), entry.person(), entry.colour());
  }
}
