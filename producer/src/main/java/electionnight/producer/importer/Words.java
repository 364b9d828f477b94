package electionnight.producer.importer;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures, dates and names are put into words, and names are compared. */
final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private Words() {}

  static String count(int number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return String.format(Locale.UK, "%,d %s", number, number == 1 ? noun : plural);
  }

  /** {@code 19 October 2023}. */
  static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** A name without what publishers write differently: case, accents, marks, and {@code &}. */
  static String key(String name) {
    return Normalizer.normalize(name.replace("&", " and "), Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
