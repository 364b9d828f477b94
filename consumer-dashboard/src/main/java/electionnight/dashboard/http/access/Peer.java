package electionnight.dashboard.http.access;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The other end of a connection. Of Vert.x's own connection only one may be told that it is gone,
 * and nobody after it became a WebSocket; of the channel beneath it everybody is.
 *
 * @param channel the connection as Netty knows it
 * @param address the other end's
 */
record Peer(Channel channel, InetAddress address) {

  static Peer of(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    return new Peer(
        channel,
        channel.remoteAddress() instanceof InetSocketAddress socket
            ? socket.getAddress()
            : InetAddress.getLoopbackAddress());
  }

  void whenGone(Runnable task) {
    channel.closeFuture().addListener(gone -> task.run());
  }
}
