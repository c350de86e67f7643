package dev.vorota.gateway.access;

import java.net.InetAddress;
import java.util.List;

/** The proxies before the gateway whose {@code X-Forwarded-For} is believed. */
public final class TrustedProxies {

  private static final TrustedProxies NONE = new TrustedProxies(List.of());

  private final List<AddressBlock> blocks;

  private TrustedProxies(List<AddressBlock> blocks) {
    this.blocks = blocks;
  }

  /** Believes nobody: the default. */
  public static TrustedProxies none() {
    return NONE;
  }

  /**
   * @param blocks addresses and CIDR blocks, such as {@code 10.0.0.0/8} or {@code ::1}
   * @throws IllegalArgumentException if one of them is neither
   */
  public static TrustedProxies of(List<String> blocks) {
    return new TrustedProxies(blocks.stream().map(AddressBlock::parse).toList());
  }

  /** Whether it is one of them. */
  public boolean contains(InetAddress address) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }
}
