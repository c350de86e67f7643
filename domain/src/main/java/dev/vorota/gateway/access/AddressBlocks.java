package dev.vorota.gateway.access;

import java.net.InetAddress;
import java.util.List;

/** A set of addresses, given as addresses and CIDR blocks (RFC 4632). */
public final class AddressBlocks {

  private final List<String> texts;
  private final List<AddressBlock> blocks;

  private AddressBlocks(List<String> texts) {
    this.texts = List.copyOf(texts);
    this.blocks = texts.stream().map(AddressBlock::parse).toList();
  }

  /**
   * @param blocks such as {@code 10.0.0.0/8} or {@code ::1}
   * @throws IllegalArgumentException if one of them is neither an address nor a block
   */
  public static AddressBlocks of(List<String> blocks) {
    return new AddressBlocks(blocks);
  }

  public boolean contains(InetAddress address) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return String.join(", ", texts);
  }
}
