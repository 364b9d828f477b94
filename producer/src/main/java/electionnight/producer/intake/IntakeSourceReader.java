package electionnight.producer.intake;

import electionnight.cli.Entry;
import electionnight.cli.PlainText;
import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one entry of a sources file. */
final class IntakeSourceReader {
  private static final List<String> TOKEN_FIELDS =
      List.of("tokenFile", "tokenEnvironment", "tokenSha256");
  private static final List<String> FIELDS =
      List.of(
          Entry.ID,
          "tokenFile",
          "tokenEnvironment",
          "tokenSha256",
          "kinds",
          "elections",
          "seats",
          "declaresAs",
          "requestsPerSecond",
          "burst");
  // Those by which the producer names what it sends itself.
  private static final Set<String> OURS =
      Set.of("replay", "lines", "folder", "decision", "unknown");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern FILE = Pattern.compile("\"[^\"]*\\.[a-z]{1,8}\"");
  // What has no underscore and is as long as a token may be one, in Base32.
  private static final Pattern VARIABLE =
      Pattern.compile("\"[A-Z]([A-Z0-9]{0,14}|[A-Z0-9]*_[A-Z0-9_]*)\"");
  private static final int USUAL_RATE = 50;
  private static final int USUAL_BURST = 500;

  private final Entry entry;

  IntakeSourceReader(Entry entry) {
    this.entry = entry;
  }

  IntakeSource read() {
    entry.allowOnly(FIELDS);
    String id = entry.id();
    if (OURS.contains(id)) {
      throw entry.wrong(
          Entry.ID, "another name than " + String.join(", ", OURS.stream().sorted().toList()));
    }
    Set<Intake> kinds = entry.list("kinds", Intake::named, "a list of " + Intake.names());
    Set<String> names =
        entry.list("declaresAs", IntakeSourceReader::name, "a list of names such as [\"PA\"]");
    return new IntakeSource(
        id,
        tokens(),
        kinds.isEmpty() ? Set.of(Intake.DECLARATIONS) : kinds,
        entry.list(
            "elections", ElectionId::new, "a list of ids such as [\"general-election-2024\"]"),
        entry.list("seats", SeatId::new, "a list of ids such as [\"E14000813\"]"),
        names.isEmpty() ? Set.of(id) : names,
        entry.number("requestsPerSecond", 1, 10_000, USUAL_RATE),
        entry.number("burst", 1, 100_000, USUAL_BURST));
  }

  /** A token may have been put where only its place is to be. */
  static String withoutTokens(String field, String value) {
    boolean isHarmless =
        switch (field) {
          case "tokenFile" -> FILE.matcher(value).matches();
          case "tokenEnvironment" -> VARIABLE.matcher(value).matches();
          default -> !field.equals("tokenSha256");
        };
    return isHarmless ? value : "\"…\"";
  }

  /** Names that only look the same would be two sources. */
  private static String name(String text) {
    if (text.isEmpty() || !text.equals(text.strip()) || !text.equals(PlainText.of(text))) {
      throw new IllegalArgumentException("no name");
    }
    return text;
  }

  private List<BearerToken> tokens() {
    List<String> given = TOKEN_FIELDS.stream().filter(entry::has).toList();
    if (given.size() != 1) {
      throw entry.sentence("needs one of " + String.join(", ", TOKEN_FIELDS));
    }
    String field = given.get(0);
    return switch (field) {
      case "tokenFile" -> tokens(field, entry.fileText(field));
      case "tokenEnvironment" -> tokens(field, entry.environmentText(field));
      default -> hashes(field);
    };
  }

  private List<BearerToken> tokens(String field, String text) {
    List<String> words = words(text);
    if (!words.stream().allMatch(BearerToken::isToken)) {
      throw entry.wrong(field, "tokens in it, each of " + BearerToken.EXPECTED);
    }
    return words.stream().map(BearerToken::of).toList();
  }

  private List<BearerToken> hashes(String field) {
    List<String> words = words(entry.text(field));
    if (!words.stream().allMatch(word -> SHA256.matcher(word).matches())) {
      throw entry.wrong(field, "the SHA-256 of a token, 64 hexadecimal digits");
    }
    return words.stream().map(HexFormat.of()::parseHex).map(BearerToken::ofHash).toList();
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+"));
  }
}
