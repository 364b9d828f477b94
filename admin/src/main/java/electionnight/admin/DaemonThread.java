package electionnight.admin;

/** A thread that keeps no process from ending. */
final class DaemonThread {
  private DaemonThread() {}

  static Thread of(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
