package dev.vorota.gateway.files;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file with its answers made ahead, so that serving it is a look-up. */
public final class StaticFile {

  private static final byte[] NOTHING = new byte[0];

  private final String etag;
  private final Response full;
  private final Response notModified;

  /**
   * @param mediaType the value of {@code Content-Type}
   * @param etag a strong validator in its quotes (RFC 9110, section 8.8.3)
   * @param headers what else is sent with the file
   */
  public StaticFile(String mediaType, String etag, List<Header> headers, byte[] content) {
    this.etag = etag;
    List<Header> all = new ArrayList<>(headers);
    all.add(new Header("etag", etag));
    this.notModified = new Response(304, all, NOTHING);
    all.add(new Header("content-type", mediaType));
    this.full = new Response(200, all, content);
  }

  /**
   * @param ifNoneMatch the request's {@code If-None-Match}, or null where it has none
   */
  public Response answer(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null && matches(ifNoneMatch) ? notModified : full;
  }

  private boolean matches(String ifNoneMatch) {
    return ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag);
  }
}
