package electionnight.watch;

import electionnight.cli.PlainText;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import electionnight.domain.Scoreboard;
import java.util.Locale;

/** Where the ticker is read. Keeps from the terminal whatever in a text could steer it. */
interface Screen {
  /** A line that stays. */
  void line(News news);

  /** How the night stands now. */
  void standing(Election election, Scoreboard totals, Connection connection);

  /** Nothing more comes. */
  void end();

  /** Whether nobody reads any more. */
  boolean isGone();

  /** A line of news; what is not live says so in every line, which may be copied elsewhere. */
  static String text(News news, Colours colours) {
    String mode = news.mode() == Mode.LIVE ? "" : news.mode() + " ";
    String tag = String.format(Locale.ROOT, "%-9s", news.tag());
    return mode + (news.takesBack() ? colours.inverse(tag) : tag) + " " + PlainText.of(news.text());
  }
}
