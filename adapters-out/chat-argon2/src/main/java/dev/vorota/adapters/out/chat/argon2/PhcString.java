package dev.vorota.adapters.out.chat.argon2;

import dev.vorota.chat.account.PasswordHash;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash with all that it takes to make it again, as the PHC string format writes it: {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}, the last two in Base64 without padding.
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call, compared by nobody
record PhcString(Argon2Cost cost, byte[] salt, byte[] hash) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  static PhcString parse(PasswordHash stored) {
    Matcher matcher = FORM.matcher(stored.value());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a stored hash must be of Argon2id in version 19.");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new PhcString(
        new Argon2Cost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))),
        base64.decode(matcher.group(4)),
        base64.decode(matcher.group(5)));
  }

  PasswordHash format() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m="
            + cost.memory()
            + ",t="
            + cost.passes()
            + ",p="
            + cost.lanes()
            + "$"
            + base64.encodeToString(salt)
            + "$"
            + base64.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PhcString[cost=" + cost + "]";
  }
}
