package dev.vorota.chat.account;

import org.jspecify.annotations.Nullable;

/**
 * Makes hashes of passwords and compares with them. Both are slow by intent, block, and throw a 503
 * {@code busy} {@link dev.vorota.problem.ProblemException} when too many callers wait already.
 */
public interface PasswordHasher {

  PasswordHash hash(Password password);

  /**
   * @param hash null where there is nothing to compare with: the answer is false then, and takes as
   *     long as any other
   */
  boolean matches(Password password, @Nullable PasswordHash hash);
}
