package dev.vorota.gateway.access;

import java.net.InetAddress;
import java.util.List;

/** The proxies before the gateway whose {@code X-Forwarded-For} is believed. */
public final class TrustedProxies {

  private static final TrustedProxies NONE = new TrustedProxies(AddressBlocks.of(List.of()));

  private final AddressBlocks blocks;

  private TrustedProxies(AddressBlocks blocks) {
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
    return new TrustedProxies(AddressBlocks.of(blocks));
  }

  /** Whether it is one of them. */
  public boolean contains(InetAddress address) {
    return blocks.contains(address);
  }
}
