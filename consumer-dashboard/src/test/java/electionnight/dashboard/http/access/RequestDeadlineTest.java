package electionnight.dashboard.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestDeadlineTest {
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new RequestDeadline(Duration.ofSeconds(30)));

  RequestDeadlineTest() {
    channel.freezeTime();
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void whoSendsNothingIsClosed() {
    pass(29);
    assertThat(channel.isOpen()).isTrue();
    pass(2);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void whoSendsOnlyTheBeginningIsClosed() {
    pass(20);
    channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    pass(11);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aStreamLastsAsLongAsItLikes() {
    request();
    channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    pass(100_000);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void whoWasAnsweredOwesTheNextRequest() {
    request();
    channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
    pass(29);
    request();
    pass(60);
    assertThat(channel.isOpen()).as("it came in time").isTrue();
    channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
    pass(31);

    assertThat(channel.isOpen()).as("none came").isFalse();
  }

  @Test
  void aStreamThatWasAskedForBeforeTheAnswerToAnotherRequestIsKept() {
    request();
    request();
    channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
    pass(100);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void aSocketOwesNoRequest() {
    request();
    channel.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS));
    pass(100);

    assertThat(channel.isOpen()).isTrue();
  }

  private void request() {
    channel.writeInbound(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"),
        LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private void pass(long seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
