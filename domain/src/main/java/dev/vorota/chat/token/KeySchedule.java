package dev.vorota.chat.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When keys come and go. A key is published for a while before it signs, so that whoever verifies
 * knows it by then, and stays until the last token that it signed has expired.
 *
 * @param rotation how long each key signs
 * @param notice how long a key is published before it signs
 * @param longestToken how long the tokens live that live longest
 */
public record KeySchedule(Duration rotation, Duration notice, Duration longestToken) {

  public KeySchedule {
    if (!notice.isPositive()) {
      throw new IllegalArgumentException("notice must be positive: " + notice + ".");
    }
    if (rotation.compareTo(notice) <= 0) {
      throw new IllegalArgumentException(
          "rotation must be longer than notice (" + notice + "): " + rotation + ".");
    }
    if (!longestToken.isPositive()) {
      throw new IllegalArgumentException("longestToken must be positive: " + longestToken + ".");
    }
  }

  /**
   * Whether the next key has to be made.
   *
   * @param keys those that there are, by generation
   */
  public boolean nextIsDue(List<SigningKey> keys, Instant now) {
    return keys.isEmpty() || !now.isBefore(keys.getLast().signsFrom().plus(rotation).minus(notice));
  }

  /** When a key signs that is made now: the very first at once, another after its notice. */
  public Instant nextSignsFrom(List<SigningKey> keys, Instant now) {
    if (keys.isEmpty()) {
      return now;
    }
    Instant due = keys.getLast().signsFrom().plus(rotation);
    Instant soonest = now.plus(notice);
    return due.isAfter(soonest) ? due : soonest;
  }

  /**
   * The key that signs now.
   *
   * @param keys those that there are, by generation; at least one
   */
  public SigningKey signing(List<SigningKey> keys, Instant now) {
    SigningKey signing = keys.getFirst();
    for (SigningKey key : keys) {
      if (!key.signsFrom().isAfter(now)) {
        signing = key;
      }
    }
    return signing;
  }

  /**
   * The keys that a valid token may be signed with now or soon.
   *
   * @param keys those that there are, by generation
   */
  public List<SigningKey> needed(List<SigningKey> keys, Instant now) {
    int first = 0;
    while (first + 1 < keys.size()
        && keys.get(first + 1).signsFrom().plus(longestToken).isBefore(now)) {
      first++;
    }
    return keys.subList(first, keys.size());
  }
}
