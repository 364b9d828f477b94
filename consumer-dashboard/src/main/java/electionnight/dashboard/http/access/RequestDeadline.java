package electionnight.dashboard.http.access;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that owes us a request and does not bring a whole one in time, be it silent
 * or sending one byte now and then. While it is being answered, as a stream is, it owes nothing.
 */
final class RequestDeadline extends ChannelDuplexHandler {
  private final Duration within;
  private int unanswered;
  private Future<?> closing;

  RequestDeadline(Duration within) {
    this.within = within;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    owes(context);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    owesNothing();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    owesNothing();
    super.channelInactive(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof LastHttpContent) {
      // Below 0 it was answered before it was here as a whole.
      unanswered++;
      if (unanswered > 0) {
        owesNothing();
      }
    }
    super.channelRead(context, message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    ChannelPromise written = message instanceof LastHttpContent ? promise.unvoid() : promise;
    if (message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      if (response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
        context.pipeline().remove(this);
      }
    } else if (message instanceof LastHttpContent) {
      // Not before it has gone out, or a slow reader of a long answer would be cut off.
      written.addListener(gone -> answered(context));
    }
    super.write(context, message, written);
  }

  private void answered(ChannelHandlerContext context) {
    unanswered--;
    if (unanswered <= 0 && context.channel().isActive() && !context.isRemoved()) {
      owes(context);
    }
  }

  private void owes(ChannelHandlerContext context) {
    owesNothing();
    closing =
        context
            .executor()
            .schedule((Runnable) context::close, within.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void owesNothing() {
    if (closing != null) {
      closing.cancel(false);
      closing = null;
    }
  }
}
