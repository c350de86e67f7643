package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vorota.application.chat.account.TokenPair;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token response as RFC 6749, section 5.1, shapes it. */
@Schema(name = "Tokens")
record TokensBody(
    @JsonProperty("access_token") @Schema(required = true, description = "A JWT.")
        String accessToken,
    @JsonProperty("token_type") @Schema(required = true, examples = "Bearer") String tokenType,
    @JsonProperty("expires_in")
        @Schema(
            required = true,
            examples = "900",
            description = "Seconds that the access token lasts.")
        long expiresIn,
    @JsonProperty("refresh_token")
        @Schema(required = true, description = "A JWT that serves once, for the next refresh.")
        String refreshToken) {

  static TokensBody of(TokenPair tokens) {
    return new TokensBody(
        tokens.accessToken(), "Bearer", tokens.expiresIn().toSeconds(), tokens.refreshToken());
  }

  @Override
  public String toString() {
    return "TokensBody[expiresIn=" + expiresIn + "]";
  }
}
