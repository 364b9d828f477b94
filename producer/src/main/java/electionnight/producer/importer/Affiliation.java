package electionnight.producer.importer;

/**
 * Whom a candidate stood for, as a published row tells it.
 *
 * @param code the abbreviation
 * @param name the party's name
 * @param mnisId the party's id in Parliament's Members' Names Information Service; may be empty
 * @param ecId the party's id with the Electoral Commission; may be empty
 */
record Affiliation(String code, String name, String mnisId, String ecId) {

  /** The Speaker, who stands without party. */
  static final Affiliation SPEAKER = new Affiliation("Spk", "Speaker", "47", "");

  boolean hasId() {
    return !mnisId.isEmpty() || !ecId.isEmpty();
  }
}
