package electionnight.dashboard.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An object of texts and whole numbers only, as data sources of graphics systems take it. Every row
 * of a list has the same members: what is not known is an empty text.
 */
final class FlatRow {
  /** More than any graphic can show. */
  private static final int LONGEST = 200;

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** A text on one line, without marks that turn its direction or that of what stands beside it. */
  FlatRow put(String name, String text) {
    int[] shown =
        ForeignText.oneLine(text).codePoints().filter(c -> !turns(c)).limit(LONGEST + 1L).toArray();
    String cut =
        shown.length > LONGEST
            ? new String(shown, 0, LONGEST - 1) + '…'
            : new String(shown, 0, shown.length);
    members.put(name, cut);
    return this;
  }

  FlatRow put(String name, long number) {
    members.put(name, number);
    return this;
  }

  FlatRow put(String name, OptionalInt number) {
    members.put(name, number.isPresent() ? (Object) number.getAsInt() : "");
    return this;
  }

  private static boolean turns(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  @JsonValue
  Map<String, Object> members() {
    return members;
  }
}
