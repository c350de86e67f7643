package dev.vorota.adapters.out.upstream.dns;

import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;

/** What addresses this host has. */
final class OwnAddresses {

  private static final boolean IPV6 = lookForIpV6();

  private OwnAddresses() {}

  /** Whether it has one of IPv6 by which others are reached. */
  static boolean haveIpV6() {
    return IPV6;
  }

  private static boolean lookForIpV6() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .anyMatch(
              address ->
                  address instanceof Inet6Address
                      && !address.isLoopbackAddress()
                      && !address.isLinkLocalAddress());
    } catch (SocketException _) {
      return false;
    }
  }
}
