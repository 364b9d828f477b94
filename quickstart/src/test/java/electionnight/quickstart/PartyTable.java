package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.ElectionId;
import electionnight.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The party table as it is drawn, beside the scoreboard as REST gives it at the same moment. */
final class PartyTable {
  /** Both from the browser in one go; rows that are folded away have their text too. */
  private static final String BOTH =
      """
      const [night, moment, done] = arguments;
      fetch(`/api/nights/${night}/scoreboard${moment}`).then((response) => response.json()).then((scoreboard) => {
        const rows = {};
        for (const row of document.querySelectorAll('[data-testid=party-row]')) {
          rows[row.dataset.party] = Object.fromEntries([...row.querySelectorAll('td')].map((cell) => [cell.dataset.col, cell.textContent]));
        }
        done(JSON.stringify({ revision: document.documentElement.dataset.revision, scoreboard, rows }));
      });
      """;

  private static final List<String> COUNTS =
      List.of("seats", "gains", "losses", "net", "sittingNet", "votes");

  private PartyTable() {}

  /** Every figure of every party is the one that REST gives. */
  static void assertEqualsRest(Page page, ElectionId night) {
    assertEqualsRest(page, night, "");
  }

  /** Every figure of every party is the one that REST gives for a revision. */
  static void assertEqualsRest(Page page, ElectionId night, long revision) {
    assertEqualsRest(page, night, "?revision=" + revision);
  }

  private static void assertEqualsRest(Page page, ElectionId night, String moment) {
    JsonNode both = parse((String) page.browser().await(BOTH, night.value(), moment));
    JsonNode scoreboard = both.get("scoreboard");
    String revision = scoreboard.get("revision").asText();
    assertThat(both.get("revision").asText()).as("revision of the page").isEqualTo(revision);
    for (JsonNode party : scoreboard.get("parties")) {
      String code = party.get("party").asText();
      JsonNode row = both.get("rows").path(code);
      for (String column : COUNTS) {
        assertThat(plain(row.path(column).asText()))
            .as("%s of %s at revision %s", column, code, revision)
            .isEqualTo(party.get(column).asText());
      }
      for (String column : List.of("share", "shareChange")) {
        assertThat(plain(row.path(column).asText()))
            .as("%s of %s at revision %s", column, code, revision)
            .isEqualTo(
                party.has(column)
                    ? String.format(Locale.UK, "%.1f", party.get(column).asDouble())
                        .replaceFirst("^-(0\\.0)$", "$1")
                    : "");
      }
    }
    assertThat(both.get("rows").size())
        .as("rows at revision %s", revision)
        .isEqualTo(scoreboard.get("parties").size());
  }

  private static String plain(String figure) {
    return figure.replace(",", "").replace("+", "").replace('\u2212', '-');
  }

  private static JsonNode parse(String json) {
    try {
      return Json.shared().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
