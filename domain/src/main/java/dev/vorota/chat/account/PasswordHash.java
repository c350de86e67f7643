package dev.vorota.chat.account;

/**
 * What is kept of a password.
 *
 * @param value the hash with its algorithm, parameters and salt in the PHC string format
 */
public record PasswordHash(String value) {

  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
