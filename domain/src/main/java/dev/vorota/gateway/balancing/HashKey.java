package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Cookies;
import dev.vorota.gateway.http.QueryParameters;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What of a request says which other requests it goes with. */
public sealed interface HashKey {

  /** What {@link #of} gives for a request that has no key. */
  long ABSENT = 0;

  /** The key's fingerprint, the same in every process; {@link #ABSENT} where there is no key. */
  long of(Arrival arrival);

  /** Whether every request has such a key. */
  default boolean isAlwaysThere() {
    return false;
  }

  /**
   * A header field, the first where there are several.
   *
   * @param name in lower case
   */
  record Header(String name) implements HashKey {

    @Override
    public long of(Arrival arrival) {
      return fingerprint(arrival.request().header(name));
    }

    @Override
    public String toString() {
      return "header " + name;
    }
  }

  /** A cookie. */
  record Cookie(String name) implements HashKey {

    @Override
    public long of(Arrival arrival) {
      return fingerprint(Cookies.first(arrival.request(), name));
    }

    @Override
    public String toString() {
      return "cookie " + name;
    }
  }

  /** A parameter of the query. */
  record Query(String name) implements HashKey {

    @Override
    public long of(Arrival arrival) {
      return fingerprint(QueryParameters.first(arrival.request().query(), name));
    }

    @Override
    public String toString() {
      return "query parameter " + name;
    }
  }

  /**
   * The address that the request comes from: an IPv4 address whole, an IPv6 address by its first 64
   * bits, as a client changes the others (RFC 8981).
   */
  record Client() implements HashKey {

    private static final int COUNTING_OCTETS = 8;

    @Override
    public long of(Arrival arrival) {
      InetAddress client = arrival.client();
      byte[] octets = client.getAddress();
      long bits = 0;
      for (int i = 0; i < Math.min(octets.length, COUNTING_OCTETS); i++) {
        bits = bits << 8 | (octets[i] & 0xff);
      }
      return there(Fingerprint.mix(bits));
    }

    @Override
    public boolean isAlwaysThere() {
      return true;
    }

    @Override
    public String toString() {
      return "client address";
    }
  }

  /** The path in its canonical form, without the query. */
  record Path() implements HashKey {

    @Override
    public long of(Arrival arrival) {
      return fingerprint(arrival.path());
    }

    @Override
    public boolean isAlwaysThere() {
      return true;
    }

    @Override
    public String toString() {
      return "path";
    }
  }

  private static long fingerprint(@Nullable String text) {
    return text == null || text.isEmpty() ? ABSENT : there(Fingerprint.of(text));
  }

  private static long there(long fingerprint) {
    return fingerprint == ABSENT ? 1 : fingerprint;
  }
}
