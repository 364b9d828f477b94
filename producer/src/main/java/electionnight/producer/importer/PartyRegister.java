package electionnight.producer.importer;

import electionnight.producer.night.CsvRow;
import electionnight.producer.night.CsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The parties known to have stood, with their ids, and how we speak of and colour them. */
final class PartyRegister {
  private static final int LONGEST_CODE = 16;
  private static final String NEUTRAL_GREY = "#9E9E9E";

  /**
   * One party. The same abbreviation may have served several.
   *
   * @param code the abbreviation
   * @param name its name
   * @param mnisId its id in Parliament's Members' Names Information Service; may be empty
   * @param ecIds its ids with the Electoral Commission
   * @param sameAs the MNIS id under which the same party is listed as well; may be empty
   * @param collective as a sentence speaks of it
   * @param person whether the collective is one person
   * @param colour its usual colour, neutral where it has none
   */
  record Entry(
      String code,
      String name,
      String mnisId,
      List<String> ecIds,
      String sameAs,
      String collective,
      boolean person,
      String colour) {}

  private final List<Entry> entries;

  private PartyRegister(List<Entry> entries) {
    this.entries = entries;
  }

  static PartyRegister load() {
    return new PartyRegister(
        CsvTable.resource("/importer/parties.csv")
            .rows(
                List.of(
                    "party",
                    "name",
                    "mnis_id",
                    "ec_ids",
                    "same_as",
                    "collective",
                    "person",
                    "colour"))
            .stream()
            .map(PartyRegister::entry)
            .toList());
  }

  private static Entry entry(CsvRow row) {
    String name = row.required("name", "a party's name");
    String collective = row.text("collective");
    String colour = row.text("colour");
    return new Entry(
        row.required("party", "a party's code"),
        name,
        row.text("mnis_id"),
        Arrays.stream(row.text("ec_ids").split("\\|")).filter(id -> !id.isEmpty()).toList(),
        row.text("same_as"),
        collective.isEmpty() ? name : collective,
        row.text("person").equals("true"),
        colour.isEmpty() ? NEUTRAL_GREY : colour);
  }

  /**
   * The party of a published row: by its ids where the row has any, else by its abbreviation. A
   * name that is exactly another party's goes before the ids.
   */
  Optional<Entry> find(Affiliation affiliation) {
    Optional<Entry> found =
        first(entry -> entry.mnisId().equals(affiliation.mnisId()), affiliation.mnisId())
            .or(
                () ->
                    first(entry -> entry.ecIds().contains(affiliation.ecId()), affiliation.ecId()))
            .or(() -> affiliation.hasId() ? Optional.empty() : ofCode(affiliation.code()));
    String name = Words.key(affiliation.name());
    return found
        .filter(entry -> Words.key(entry.name()).equals(name))
        .or(() -> first(entry -> Words.key(entry.name()).equals(name), name))
        .or(() -> found);
  }

  private Optional<Entry> ofCode(String code) {
    return first(entry -> entry.code().equals(code), code);
  }

  /** A party that the register does not know, as far as its row tells. */
  static Entry unknown(Affiliation affiliation) {
    String name = affiliation.name().isEmpty() ? affiliation.code() : affiliation.name();
    String code = affiliation.code().replaceAll("[^\\p{L}\\p{N}]", "");
    return new Entry(
        code.isEmpty() ? "Unknown" : code.substring(0, Math.min(LONGEST_CODE, code.length())),
        name,
        affiliation.mnisId(),
        affiliation.ecId().isEmpty() ? List.of() : List.of(affiliation.ecId()),
        "",
        name,
        false,
        NEUTRAL_GREY);
  }

  private Optional<Entry> first(Predicate<Entry> matches, String key) {
    return key.isEmpty() ? Optional.empty() : entries.stream().filter(matches).findFirst();
  }
}
