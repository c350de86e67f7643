package dev.vorota.application.chat.avatar;

import dev.vorota.chat.account.UserId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets one change of a user's avatar at a time pass in this process. Two users may share a lock:
 * they then wait for each other, no more.
 */
final class UserLocks {

  private static final int COUNT = 64;

  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(COUNT).toArray(Lock[]::new);

  Lock of(UserId user) {
    return locks[Math.floorMod(user.hashCode(), COUNT)];
  }
}
