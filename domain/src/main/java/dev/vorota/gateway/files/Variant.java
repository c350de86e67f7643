package dev.vorota.gateway.files;

import dev.vorota.gateway.http.ContentCoding;

/**
 * One form of a file's content.
 *
 * @param etag a strong validator in its quotes, which no other variant has (RFC 9110, 8.8.3.3)
 * @param content from here on shared and never changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared by many
public record Variant(ContentCoding coding, String etag, byte[] content) {

  public Variant {
    if (etag.length() < 2 || !etag.startsWith("\"") || !etag.endsWith("\"")) {
      throw new IllegalArgumentException("etag must be strong and in quotes: " + etag + ".");
    }
  }
}
