package dev.vorota.adapters.out.upstream.probes;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.wire.head.MalformedMessageException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks one endpoint once, over a connection of its own. Blocks, so it is for a virtual thread. */
final class Asking {

  private Asking() {}

  /** What there is to complain of the endpoint, in words, or null where there is nothing. */
  static @Nullable String complaint(Endpoint endpoint, CheckPolicy policy) {
    Deadline deadline = Deadline.in(policy.timeout());
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(endpoint.address(), endpoint.port()), deadline.millisLeft());
      return switch (policy.question()) {
        case Question.Connection() -> null;
        case Question.Http http -> HttpAsking.complaint(socket, endpoint, http, deadline);
      };
    } catch (SocketTimeoutException _) {
      return "no answer within " + policy.timeout().toMillis() + " ms";
    } catch (UnknownHostException _) {
      return "its name stands for no address";
    } catch (ConnectException _) {
      return "it takes no connection";
    } catch (MalformedMessageException malformed) {
      return "not HTTP: " + malformed.getMessage();
    } catch (IOException broken) {
      return "the connection broke: " + broken.getMessage();
    }
  }

  /** The end of the time that a check may take, whatever it does in between. */
  record Deadline(long nanos) {

    static Deadline in(Duration time) {
      return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * At least 1, since 0 stands for no limit where it is used.
     *
     * @throws SocketTimeoutException if the time is over
     */
    int millisLeft() throws SocketTimeoutException {
      long left = Duration.ofNanos(nanos - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException("The time is over.");
      }
      return (int) Math.min(left, Integer.MAX_VALUE);
    }
  }
}
