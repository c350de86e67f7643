package dev.vorota.chat.avatar;

/** The sizes that an avatar is kept in; each is a square. */
public enum AvatarSize {
  SMALL(64),
  LARGE(256);

  private final int pixels;

  AvatarSize(int pixels) {
    this.pixels = pixels;
  }

  /** The length of a side. */
  public int pixels() {
    return pixels;
  }
}
