package dev.vorota.gateway.files;

/** A folder that can't be served; the message names the file and what was expected of it. */
public final class FolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FolderException(String message) {
    super(message);
  }

  public FolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
