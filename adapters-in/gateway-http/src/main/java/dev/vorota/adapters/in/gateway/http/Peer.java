package dev.vorota.adapters.in.gateway.http;

import dev.vorota.wire.exchange.Forwarded;
import dev.vorota.wire.head.KnownField;
import dev.vorota.wire.head.RequestHead;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a client's connection, and what is told of it to the upstreams. What the request
 * itself says of those who passed it on counts only where this end is a trusted proxy.
 */
final class Peer {

  private static final String PSEUDONYM = "1.1 vorota";

  private final InetAddress address;
  private final String text;
  private final String node;
  private @Nullable Forwarded plain;
  private @Nullable String plainAuthority;

  Peer(InetAddress address) {
    this.address = address;
    String literal = address.getHostAddress();
    int scope = literal.indexOf('%');
    this.text = scope < 0 ? literal : literal.substring(0, scope);
    this.node = address instanceof Inet6Address ? "\"[" + text + "]\"" : text;
  }

  InetAddress address() {
    return address;
  }

  /**
   * What an upstream is told of a request that came from here in plain HTTP.
   *
   * @param trusted whether this end is a trusted proxy
   */
  Forwarded forwarded(RequestHead head, boolean trusted) {
    if (tellsOfOthers(head, trusted)) {
      return made(head, trusted);
    }
    Forwarded last = plain;
    if (last == null || !Objects.equals(head.authority(), plainAuthority)) {
      last = made(head, trusted);
      plain = last;
      plainAuthority = head.authority();
    }
    return last;
  }

  /** Whether the request itself says something of those who passed it on. */
  private static boolean tellsOfOthers(RequestHead head, boolean trusted) {
    return head.has(KnownField.VIA)
        || (trusted
            && (head.has(KnownField.FORWARDED)
                || head.has(KnownField.X_FORWARDED_FOR)
                || head.has(KnownField.X_FORWARDED_HOST)
                || head.has(KnownField.X_FORWARDED_PROTO)));
  }

  private Forwarded made(RequestHead head, boolean trusted) {
    String proto = trusted ? head.joined(KnownField.X_FORWARDED_PROTO) : null;
    String host = trusted ? head.joined(KnownField.X_FORWARDED_HOST) : null;
    host = host == null ? head.authority() : host;
    String element = "for=" + node + ";proto=http";
    if (head.authority() != null) {
      element += ";host=\"" + head.authority() + "\"";
    }
    String via = head.joined(KnownField.VIA);
    return Forwarded.of(
        after(trusted ? head.joined(KnownField.X_FORWARDED_FOR) : null, text),
        proto == null ? "http" : proto,
        host,
        after(trusted ? head.joined(KnownField.FORWARDED) : null, element),
        after(via, PSEUDONYM));
  }

  private static String after(@Nullable String list, String element) {
    return list == null || list.isEmpty() ? element : list + ", " + element;
  }
}
