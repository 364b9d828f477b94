package electionnight.webhooks;

/** Attempts to deliver to one endpoint. */
@FunctionalInterface
interface Post {
  /** One attempt; returns when it has been answered or has failed. */
  Outcome send(Webhook webhook) throws InterruptedException;
}
