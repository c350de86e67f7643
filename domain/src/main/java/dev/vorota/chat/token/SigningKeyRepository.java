package dev.vorota.chat.token;

import java.util.List;

/**
 * Keeps the keys that all servers of the chat share. Every method blocks and throws an unchecked
 * exception when storage fails.
 */
public interface SigningKeyRepository {

  /** Every key, by generation. */
  List<SigningKey> all();

  /** Adds a key; answers false where another server has added that generation first. */
  boolean add(SigningKey key);

  /** Forgets the keys of the generations before that one. */
  void forgetBefore(long generation);
}
