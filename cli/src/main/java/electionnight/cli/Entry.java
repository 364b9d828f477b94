package electionnight.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One entry of an {@link EntriesFile}; whatever is wrong is one sentence about one field. */
public final class Entry {
  /** The field that names an entry. */
  public static final String ID = "id";

  private static final Pattern ID_TEXT = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int LONGEST_SHOWN = 200;

  private final EntriesFile file;
  private final int number;
  private final JsonNode entry;

  Entry(EntriesFile file, int number, JsonNode entry) {
    this.file = file;
    this.number = number;
    this.entry = entry;
  }

  /** Refuses fields of other names. */
  public void allowOnly(List<String> fields) {
    for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.contains(name)) {
        throw sentence(
            "has a field '" + shown(name) + "', expected only " + String.join(", ", fields));
      }
    }
  }

  public boolean has(String field) {
    return entry.has(field);
  }

  /** Its {@code id}. */
  public String id() {
    String id = text(ID);
    if (!ID_TEXT.matcher(id).matches()) {
      throw wrong(ID, "1 to 64 lower case letters, digits and hyphens");
    }
    return id;
  }

  /** A field that has to be a text. */
  public String text(String field) {
    if (!entry.path(field).isTextual()) {
      throw wrong(field, "a text");
    }
    return entry.get(field).textValue();
  }

  /**
   * A field that is a whole number, where it is there.
   *
   * @param usual where it is not
   */
  public int number(String field, int least, int most, int usual) {
    if (!has(field)) {
      return usual;
    }
    JsonNode value = entry.get(field);
    if (!value.canConvertToInt()
        || !value.isIntegralNumber()
        || value.intValue() < least
        || value.intValue() > most) {
      throw wrong(field, "a whole number from " + least + " to " + most);
    }
    return value.intValue();
  }

  /**
   * A field that is a list of texts, where it is there; no entry where it is not.
   *
   * @param parse throws an IllegalArgumentException at a text that cannot be
   * @param expected as it reads after 'expected'
   */
  public <T> Set<T> list(String field, Function<String, T> parse, String expected) {
    if (!has(field)) {
      return Set.of();
    }
    JsonNode values = entry.get(field);
    Set<T> list = new LinkedHashSet<>();
    try {
      for (JsonNode value : values) {
        list.add(parse.apply(value.isTextual() ? value.textValue() : ""));
      }
    } catch (IllegalArgumentException e) {
      throw wrong(field, expected);
    }
    if (!values.isArray() || list.isEmpty()) {
      throw wrong(field, expected);
    }
    return list;
  }

  /** The text of the file that a field names; beside this one, unless its path says otherwise. */
  public String fileText(String field) {
    String name = text(field);
    try {
      return Files.readString(file.path().resolveSibling(name));
    } catch (IOException | IllegalArgumentException e) {
      throw wrong(field, "a file that can be read");
    }
  }

  /** The value of the environment variable that a field names. */
  public String environmentText(String field) {
    String value = file.environment().apply(text(field));
    if (value == null) {
      throw wrong(field, "an environment variable that is set");
    }
    return value;
  }

  /**
   * The sentence about a field that is not as it has to be.
   *
   * @param expected as it reads after 'expected'
   */
  public UserError wrong(String field, String expected) {
    String value =
        has(field)
            ? field + " is " + shown(file.harmless().apply(field, entry.get(field).toString()))
            : field + " is missing";
    return sentence(value + ", expected " + expected);
  }

  /**
   * A sentence about the whole entry.
   *
   * @param what without a full stop
   */
  public UserError sentence(String what) {
    String name = entry.path(ID).isTextual() ? " '" + shown(entry.get(ID).textValue()) + "'" : "";
    return new UserError(file + ", " + file.noun() + " " + number + name + ": " + what + ".");
  }

  private static String shown(String text) {
    return PlainText.fit(PlainText.of(text), LONGEST_SHOWN);
  }
}
