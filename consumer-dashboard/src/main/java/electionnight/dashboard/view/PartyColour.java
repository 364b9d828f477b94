package electionnight.dashboard.view;

import electionnight.domain.Election;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A party's colour and the ink that reads best on it, after WCAG 2.
 *
 * @param fill as {@code #RRGGBB}, grey for a party without one
 * @param ink black or white, as {@code #RRGGBB}
 */
record PartyColour(String fill, String ink) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final String GREY = "#8A8F96";

  /** On a darker colour than this, white has more contrast than black. */
  private static final double MIDDLE_LUMINANCE = Math.sqrt(1.05 * 0.05) - 0.05;

  static PartyColour of(Election election, Optional<PartyCode> party) {
    String fill =
        party
            .flatMap(election::party)
            .map(Party::colour)
            .filter(colour -> COLOUR.matcher(colour).matches())
            .map(colour -> colour.toUpperCase(Locale.ROOT))
            .orElse(GREY);
    int rgb = Integer.parseInt(fill.substring(1), 16);
    double luminance =
        0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    return new PartyColour(fill, luminance < MIDDLE_LUMINANCE ? "#FFFFFF" : "#000000");
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
