package electionnight.watch;

import java.util.Map;
import java.util.regex.Pattern;

/** What a terminal can show of colours. */
enum Colours {
  NONE,
  /** The palette of 256. */
  PALETTE,
  /** 24 bits. */
  TRUE;

  private static final Pattern RGB = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final int GREY = 0x808080;
  private static final int CUBE = 16;
  private static final int LIGHT = 140;
  private static final String RESET = "\u001b[0m";

  /** By the customs of {@code NO_COLOR}, {@code COLORTERM} and {@code TERM}. */
  static Colours of(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "dumb");
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()
        || term.equals("dumb")
        || term.startsWith("vt")) {
      return NONE;
    }
    String colours = environment.getOrDefault("COLORTERM", "");
    return colours.equals("truecolor") || colours.equals("24bit") ? TRUE : PALETTE;
  }

  /** Text on a party's colour, as it can be read there. */
  String on(String colour, String text) {
    if (this == NONE) {
      return text;
    }
    int rgb = RGB.matcher(colour).matches() ? Integer.parseInt(colour.substring(1), 16) : GREY;
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    boolean light = 0.299 * red + 0.587 * green + 0.114 * blue > LIGHT;
    String background =
        this == TRUE
            ? red + ";" + green + ";" + blue
            : String.valueOf(CUBE + 36 * level(red) + 6 * level(green) + level(blue));
    return "\u001b["
        + (light ? "38;5;16" : "38;5;231")
        + (this == TRUE ? ";48;2;" : ";48;5;")
        + background
        + "m"
        + text
        + RESET;
  }

  /** Text that must not be overlooked. */
  String inverse(String text) {
    return this == NONE ? text : "\u001b[7m" + text + RESET;
  }

  /** The palette's cube has the levels 0, 95, 135, 175, 215 and 255. */
  private static int level(int value) {
    return value < 48 ? 0 : Math.min(5, Math.max(1, (value - 35) / 40));
  }
}
