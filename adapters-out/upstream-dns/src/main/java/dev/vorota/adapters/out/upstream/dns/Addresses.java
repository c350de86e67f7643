package dev.vorota.adapters.out.upstream.dns;

import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolverException;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a name, by the types that are asked for one after the other. A type for which no
 * answer can be had keeps what was known of it; one of which DNS says that there is none loses it,
 * unless there would be nothing left at all.
 */
final class Addresses {

  private final Map<DnsRecordType, List<String>> known = new HashMap<>();
  private final Set<DnsRecordType> none = new HashSet<>();
  private boolean found;
  private boolean unanswered;
  private long ttlSeconds;
  private @Nullable String trouble;

  /** A new round of questions begins. */
  void begin() {
    none.clear();
    found = false;
    unanswered = false;
    ttlSeconds = Long.MAX_VALUE;
    trouble = null;
  }

  /** All questions of the round were asked. */
  void end() {
    if (found) {
      known.keySet().removeAll(none);
    }
  }

  /** Takes in the answer for one type, and releases its records. */
  void learn(DnsRecordType type, Future<List<DnsRecord>> answer) {
    if (!answer.isSuccess()) {
      missed(type, answer.cause());
      return;
    }
    TreeSet<String> addresses = new TreeSet<>();
    for (DnsRecord record : answer.getNow()) {
      try {
        String address = record.type().equals(type) ? address(record) : null;
        if (address != null) {
          addresses.add(address);
          ttlSeconds = Math.min(ttlSeconds, record.timeToLive());
        }
      } finally {
        ReferenceCountUtil.release(record);
      }
    }
    found |= !addresses.isEmpty();
    known.put(type, List.copyOf(addresses));
  }

  /** Why this round tells nothing of the name, in words; null where it does. */
  @Nullable String failure() {
    return found ? null : trouble == null ? "there are no addresses" : trouble;
  }

  /** How long the answers of this round hold, in s. */
  long ttlSeconds() {
    return unanswered ? 0 : ttlSeconds;
  }

  /** All that are known. */
  List<String> all() {
    return known.values().stream().flatMap(List::stream).sorted().toList();
  }

  private void missed(DnsRecordType type, Throwable cause) {
    trouble = cause.getMessage();
    if (isAnswer(cause)) {
      none.add(type);
    } else {
      unanswered = true;
    }
  }

  /** Whether DNS has said that there is no such address, rather than nothing. */
  private static boolean isAnswer(Throwable failure) {
    Throwable cause = failure.getCause();
    return switch (cause) {
      case DnsErrorCauseException error -> DnsResponseCode.NXDOMAIN.equals(error.getCode());
      case DnsNameResolverException _ -> false;
      case null, default -> failure instanceof UnknownHostException;
    };
  }

  private static @Nullable String address(DnsRecord record) {
    if (!(record instanceof DnsRawRecord raw)) {
      return null;
    }
    byte[] octets = new byte[raw.content().readableBytes()];
    raw.content().getBytes(raw.content().readerIndex(), octets);
    try {
      return NetUtil.toAddressString(InetAddress.getByAddress(octets));
    } catch (UnknownHostException _) {
      return null; // not the length of an address
    }
  }
}
