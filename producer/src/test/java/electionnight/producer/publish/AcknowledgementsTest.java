package electionnight.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class AcknowledgementsTest {
  private final Acknowledgements acknowledgements = new Acknowledgements();

  @Test
  void waitsForTheLast() throws Exception {
    CompletableFuture<String> first = CompletableFuture.completedFuture("done");
    CompletableFuture<String> last = new CompletableFuture<>();
    acknowledgements.expect(first);
    acknowledgements.expect(last);
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> {
              try {
                acknowledgements.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(waiting).isNotDone();
    last.complete("done");

    Awaitility.await().untilAsserted(() -> assertThat(waiting).isCompleted());
  }

  @Test
  void aFailureEndsTheWaitAndTellsWhy() throws Exception {
    acknowledgements.expect(CompletableFuture.completedFuture("done"));
    CompletableFuture<String> lost = new CompletableFuture<>();
    acknowledgements.expect(lost.thenApply(String::strip));

    lost.completeExceptionally(new IllegalStateException("expired"));

    assertThatThrownBy(acknowledgements::await)
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Kafka did not acknowledge a message (expired); start again, nothing counts twice.");
  }

  @Test
  void nothingMoreIsSentAfterAFailure() {
    CompletableFuture<String> lost = CompletableFuture.failedFuture(new RuntimeException("gone"));

    assertThatThrownBy(() -> acknowledgements.expect(lost)).isInstanceOf(UserError.class);
  }
}
