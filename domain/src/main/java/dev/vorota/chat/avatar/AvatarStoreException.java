package dev.vorota.chat.avatar;

/** The store of avatars failed; the rest of the chat is not touched by it. */
public final class AvatarStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AvatarStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
