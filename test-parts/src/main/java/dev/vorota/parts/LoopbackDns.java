package dev.vorota.parts;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A DNS server on the loopback network (RFC 1035, sections 4.1 and 4.2.1) that says what a test
 * wants. It knows no names: it says the same of each.
 */
public final class LoopbackDns implements Closeable {

  private static final int TYPE_A = 1;
  private static final int LONGEST_QUESTION = 512;
  private static final int HEADER = 12;
  private static final int RESPONSE = 0x8180;
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final Map<Integer, List<String>> addresses = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile int ttlSeconds = 1;
  private volatile int code;
  private volatile boolean silent;

  public LoopbackDns() throws IOException {
    Thread.ofVirtual().start(this::answerAll);
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return socket.getLocalPort();
  }

  /** From here on every name stands for these; those with a colon are of IPv6. */
  public void answers(int ttl, String... all) {
    ttlSeconds = ttl;
    silent = false;
    code = all.length == 0 ? NO_SUCH_NAME : 0;
    addresses.clear();
    for (String address : all) {
      addresses.merge(
          address.contains(":") ? 28 : TYPE_A,
          List.of(address),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
  }

  /** From here on it says nothing. */
  public void goesSilent() {
    silent = true;
  }

  /** How many questions came. */
  public int questions() {
    return questions.get();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void answerAll() {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST_QUESTION], LONGEST_QUESTION);
        socket.receive(packet);
        questions.incrementAndGet();
        if (!silent) {
          byte[] answer = answer(packet);
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException _) {
      return; // the server is closed
    }
  }

  private byte[] answer(DatagramPacket packet) throws IOException {
    ByteBuffer question = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    int end = HEADER;
    while (question.get(end) != 0) {
      end += question.get(end) + 1;
    }
    int type = question.getShort(end + 1);
    List<String> all = addresses.getOrDefault(type, List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    shorts(out, question.getShort(0), RESPONSE | code, 1, all.size(), 0, 0);
    out.write(packet.getData(), HEADER, end + 5 - HEADER);
    for (String address : all) {
      byte[] octets = InetAddress.getByName(address).getAddress();
      shorts(out, 0xC000 | HEADER, type, 1, 0, ttlSeconds, octets.length);
      out.writeBytes(octets);
    }
    return out.toByteArray();
  }

  private static void shorts(ByteArrayOutputStream out, int... values) {
    for (int value : values) {
      out.write(value >> 8);
      out.write(value);
    }
  }
}
