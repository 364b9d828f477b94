package electionnight.dashboard.push;

import electionnight.domain.Update;

/** Is told of every update once it has been pushed; of one night, in the order of revisions. */
@FunctionalInterface
public interface PushListener {
  /**
   * Called on an event loop, so it must return at once.
   *
   * @param update handed to the socket of every client that could take it
   * @param live false for one that was only read again after a start
   */
  void onPushed(Update update, boolean live);
}
