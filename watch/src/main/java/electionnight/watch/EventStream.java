package electionnight.watch;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of an open stream as they come. The next are asked for only when those before were
 * taken, so that the server notices a slow reader. One reader.
 */
final class EventStream implements BodySubscriber<EventStream>, AutoCloseable {
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();

  /** Bytes, or the end of them with the failure that brought it, where one did. */
  private record Part(List<ByteBuffer> bytes, boolean end, Optional<Throwable> failure) {}

  /**
   * What comes next; nothing where nothing comes in this time.
   *
   * @throws IOException when the stream has ended, however it did
   */
  List<ByteBuffer> poll(Duration patience) throws IOException, InterruptedException {
    Part part = parts.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (part == null) {
      return List.of();
    }
    if (part.end()) {
      throw new IOException("The connection ended", part.failure().orElse(null));
    }
    subscribed.thenAccept(subscription -> subscription.request(1));
    return part.bytes();
  }

  @Override
  public void close() {
    subscribed.thenAccept(Subscription::cancel);
  }

  /** Open from the first moment, and not only when it has ended. */
  @Override
  public CompletionStage<EventStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscribed.complete(subscription);
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    parts.add(new Part(bytes, false, Optional.empty()));
  }

  @Override
  public void onError(Throwable failure) {
    parts.add(new Part(List.of(), true, Optional.of(failure)));
  }

  @Override
  public void onComplete() {
    parts.add(new Part(List.of(), true, Optional.empty()));
  }
}
