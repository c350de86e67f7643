package dev.vorota.adapters.out.compression;

import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.wire.head.FieldLine;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** The head of an answer whose content gets a coding on its way (RFC 9110, section 8.4). */
final class CodedHead {

  /** What was said of the content without the coding; ranges can't be had of what is made anew. */
  private static final List<String> UNTRUE = List.of("content-length", "etag", "accept-ranges");

  private CodedHead() {}

  static ResponseHead of(ResponseHead head, ContentCoding coding, ByteBufAllocator allocator) {
    ByteBuf octets = allocator.buffer();
    try {
      head.writeStatusLine(octets);
      head.writeFields(i -> head.isNamedIn(i, UNTRUE), octets);
      String etag = head.header("etag");
      if (etag != null) {
        // equal content need not be equal octets any more (RFC 9110, section 8.8.1)
        FieldLine.write(octets, "etag", etag.startsWith("W/") ? etag : "W/" + etag);
      }
      FieldLine.write(octets, "content-encoding", coding.token());
      octets.writeShort(FieldLine.CRLF);
      ResponseHead coded = new ResponseHead(octets.readableBytes(), head.fieldCount() + 1);
      coded.read(octets);
      return coded;
    } finally {
      octets.release();
    }
  }
}
