package electionnight.watch;

import electionnight.domain.Mode;

/**
 * A line of the ticker.
 *
 * @param mode live news only where it is live
 * @param tag what kind of news it is, in capitals: {@code DECLARED}, {@code AMENDED ALERT}
 * @param takesBack whether it says that something said before is not so
 * @param text ready to print; may have any characters
 */
record News(Mode mode, String tag, boolean takesBack, String text) {}
