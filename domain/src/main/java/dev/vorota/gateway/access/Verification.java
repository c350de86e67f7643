package dev.vorota.gateway.access;

import java.util.concurrent.CompletionStage;

/** What a verifier says of a token. */
public sealed interface Verification {

  /** The token is good. */
  record Verified(Principal principal) implements Verification {}

  /**
   * The token is not good.
   *
   * @param reason one sentence for the client, such as "The token expired 12 s ago."
   */
  record Refused(String reason) implements Verification {}

  /** The issuer's keys can't be had, so that nothing can be said of the token. */
  record Unavailable(String reason) implements Verification {}

  /** Keys are being fetched; the stage completes with one of the others, never exceptionally. */
  record Pending(CompletionStage<Verification> outcome) implements Verification {}
}
