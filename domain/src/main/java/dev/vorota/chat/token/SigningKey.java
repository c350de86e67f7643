package dev.vorota.chat.token;

import java.time.Instant;

/**
 * A key pair that signs tokens for a time.
 *
 * @param generation its place in the order of keys, from 1
 * @param id the {@code kid} of the tokens that it signs
 * @param privateKey in PKCS #8, DER; the public key can be told from it
 * @param signsFrom when it begins to sign in place of the generation before; it is published
 *     earlier
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
public record SigningKey(long generation, String id, byte[] privateKey, Instant signsFrom) {

  @Override
  public String toString() {
    return "SigningKey[generation=" + generation + ", id=" + id + ", signsFrom=" + signsFrom + "]";
  }
}
