package dev.vorota.chat.avatar;

import java.util.regex.Pattern;

/** Names one picture by its content: the first 16 hexadecimal digits of its SHA-256. */
public record AvatarVersion(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  public AvatarVersion {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("value must be 16 hexadecimal digits: " + value + ".");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
