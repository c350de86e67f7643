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
  private final boolean trusted;
  private @Nullable Forwarded plain;
  private @Nullable String plainAuthority;

  Peer(InetAddress address, boolean trusted) {
    this.address = address;
    this.trusted = trusted;
    String literal = address.getHostAddress();
    int scope = literal.indexOf('%');
    this.text = scope < 0 ? literal : literal.substring(0, scope);
    this.node = address instanceof Inet6Address ? "\"[" + text + "]\"" : text;
  }

  InetAddress address() {
    return address;
  }

  /** What an upstream is told of a request that came from here in plain HTTP. */
  Forwarded forwarded(RequestHead head) {
    if (tellsOfOthers(head)) {
      return made(head);
    }
    Forwarded last = plain;
    if (last == null || !Objects.equals(head.authority(), plainAuthority)) {
      last = made(head);
      plain = last;
      plainAuthority = head.authority();
    }
    return last;
  }

  /** Whether the request itself says something of those who passed it on. */
  private boolean tellsOfOthers(RequestHead head) {
    return head.has(KnownField.VIA)
        || (trusted
            && (head.has(KnownField.FORWARDED)
                || head.has(KnownField.X_FORWARDED_FOR)
                || head.has(KnownField.X_FORWARDED_HOST)
                || head.has(KnownField.X_FORWARDED_PROTO)));
  }

  private Forwarded made(RequestHead head) {
    String proto = said(head, KnownField.X_FORWARDED_PROTO);
    String host = said(head, KnownField.X_FORWARDED_HOST);
    host = host == null ? head.authority() : host;
    String element = "for=" + node + ";proto=http";
    if (head.authority() != null) {
      element += ";host=\"" + head.authority() + "\"";
    }
    String via = head.joined(KnownField.VIA);
    return Forwarded.of(
        after(said(head, KnownField.X_FORWARDED_FOR), text),
        proto == null ? "http" : proto,
        host,
        after(said(head, KnownField.FORWARDED), element),
        after(via, PSEUDONYM));
  }

  private @Nullable String said(RequestHead head, KnownField field) {
    return trusted ? head.joined(field) : null;
  }

  private static String after(@Nullable String list, String element) {
    return list == null || list.isEmpty() ? element : list + ", " + element;
  }
}
