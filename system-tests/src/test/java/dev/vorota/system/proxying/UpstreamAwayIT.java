package dev.vorota.system.proxying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An upstream that is not there, or leaves in the middle. */
final class UpstreamAwayIT {

  @Test
  void tellsThatTheUpstreamCannotBeReached() throws Exception {
    try (GatewayAndUpstream road = GatewayAndUpstream.start("away");
        RawConnection connection = road.connect()) {
      connection.write(road.get("/service/warm") + "\r\n").read();
      road.upstream().close();

      RawAnswer answer = connection.write(road.get("/service/gone") + "\r\n").read();

      assertThat(answer.status()).isIn(502, 503);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.text()).doesNotContain("Exception").doesNotContain("127.0.0.1");
    }
  }

  @Test
  void brokenOffBodyIsNeverPassedOffAsWhole() throws Exception {
    try (GatewayAndUpstream road = GatewayAndUpstream.start("broken-off");
        RawConnection connection = road.connect()) {
      road.upstream()
          .on(
              "/half",
              (request, in, out) -> {
                out.write(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                out.close();
              });
      connection.write(road.get("/service/half") + "\r\n");

      assertThatThrownBy(connection::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void answerThatIsNotHttpIsABadGateway() throws Exception {
    try (GatewayAndUpstream road = GatewayAndUpstream.start("not-http");
        RawConnection connection = road.connect()) {
      road.upstream()
          .on(
              "/noise",
              (request, in, out) -> out.write("noise\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

      assertThat(connection.write(road.get("/service/noise") + "\r\n").read().status())
          .isEqualTo(502);
    }
  }
}
