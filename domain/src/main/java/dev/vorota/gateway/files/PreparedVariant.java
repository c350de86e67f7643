package dev.vorota.gateway.files;

import dev.vorota.gateway.conditional.ByteRange;
import dev.vorota.gateway.conditional.RangeProblems;
import dev.vorota.gateway.http.Body;
import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import java.util.ArrayList;
import java.util.List;

/** A variant with its answers made ahead. */
final class PreparedVariant {

  private static final Header ACCEPT_RANGES = new Header("accept-ranges", "bytes");

  private final ContentCoding coding;
  private final String etag;
  private final Response full;
  private final Response notModified;

  /**
   * @param always the fields that are sent with 304 as well (RFC 9110, section 15.4.5)
   * @param described the fields that tell of the content
   */
  PreparedVariant(Variant variant, List<Header> always, List<Header> described) {
    this.coding = variant.coding();
    this.etag = variant.etag();
    List<Header> fields = new ArrayList<>(always);
    fields.add(new Header("etag", etag));
    this.notModified = new Response(304, fields, Body.EMPTY);
    fields.addAll(described);
    fields.add(ACCEPT_RANGES);
    if (coding != ContentCoding.IDENTITY) {
      fields.add(new Header("content-encoding", coding.token()));
    }
    this.full = new Response(200, fields, variant.content());
  }

  ContentCoding coding() {
    return coding;
  }

  String etag() {
    return etag;
  }

  Response full() {
    return full;
  }

  Response notModified() {
    return notModified;
  }

  /** Answers with what a {@code Range} asks for. */
  Response range(String value) {
    int size = full.body().length();
    ByteRange range = ByteRange.of(value, size);
    return switch (range.kind()) {
      case WHOLE -> full;
      case PART -> part(range, size);
      case UNSATISFIABLE, MALFORMED -> RangeProblems.of(range, value, size);
    };
  }

  private Response part(ByteRange range, int size) {
    int last = range.from() + range.length() - 1;
    List<Header> fields = new ArrayList<>(full.headers().size() + 1);
    fields.addAll(full.headers());
    fields.add(new Header("content-range", "bytes " + range.from() + "-" + last + "/" + size));
    return new Response(206, fields, full.body().part(range.from(), range.length()));
  }
}
