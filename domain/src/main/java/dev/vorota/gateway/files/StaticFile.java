package dev.vorota.gateway.files;

import dev.vorota.gateway.conditional.Preconditions;
import dev.vorota.gateway.http.AcceptedCodings;
import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.FieldText;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.HttpDate;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file with its answers made ahead, so that serving it is a look-up. */
public final class StaticFile {

  private static final Header VARY = new Header("vary", "accept-encoding");
  private static final Response CHANGED =
      Response.of(
          Problem.of(
              "precondition-failed",
              412,
              "Precondition failed",
              "The file is not the one that If-Match or If-Unmodified-Since speaks of."));

  /** In the order of {@link ContentCoding}, so that without coding comes last. */
  private final PreparedVariant[] variants;

  private final PreparedVariant identity;
  private final long lastModified;

  /** What may stand in {@code If-Range} beside the entity tag. */
  private final @Nullable String partDate;

  /**
   * @param mediaType the value of {@code Content-Type}
   * @param lastModified when the content became what it is, or null where that is not known
   * @param headers what else is sent with the file
   * @param variants at most one of each coding, and one without
   * @throws IllegalArgumentException if the variants are not such
   */
  public StaticFile(
      String mediaType,
      @Nullable Instant lastModified,
      List<Header> headers,
      List<Variant> variants) {
    requireVariants(variants);
    List<Header> always = new ArrayList<>(headers);
    if (variants.size() > 1) {
      always.add(VARY);
    }
    List<Header> described = new ArrayList<>();
    described.add(new Header("content-type", mediaType));
    this.lastModified = lastModified == null ? HttpDate.NONE : lastModified.getEpochSecond();
    String date = lastModified == null ? null : HttpDate.format(this.lastModified);
    if (date != null) {
      described.add(new Header("last-modified", date));
    }
    this.partDate = variants.size() > 1 ? null : date;
    this.variants =
        variants.stream()
            .sorted(Comparator.comparing(Variant::coding))
            .map(variant -> new PreparedVariant(variant, always, described))
            .toArray(PreparedVariant[]::new);
    this.identity = this.variants[variants.size() - 1];
  }

  /** Answers a GET or a HEAD. */
  Response answer(Request request) {
    List<String> encodings = FieldText.list(request, "accept-encoding");
    PreparedVariant variant = encodings == null ? identity : wanted(AcceptedCodings.of(encodings));
    if (variant == null) {
      return notAcceptable(String.join(", ", encodings));
    }
    return switch (Preconditions.check(request, variant.etag(), lastModified)) {
      case NOT_MODIFIED -> variant.notModified();
      case FAILED -> CHANGED;
      case GO_ON -> wholeOrPart(request, variant);
    };
  }

  /** The variant that the client wants most, of several the smallest; null where it takes none. */
  private @Nullable PreparedVariant wanted(AcceptedCodings accepted) {
    PreparedVariant wanted = accepted.refusesIdentity() ? null : identity;
    int most = 0;
    for (PreparedVariant variant : variants) {
      int weight = accepted.weight(variant.coding());
      if (weight > most) {
        wanted = variant;
        most = weight;
      }
    }
    return wanted;
  }

  /** A range means something to GET only (RFC 9110, section 14.2). */
  private Response wholeOrPart(Request request, PreparedVariant variant) {
    String range = request.method().equals("GET") ? FieldText.single(request, "range") : null;
    return range != null && Preconditions.mayBePart(request, variant.etag(), partDate)
        ? variant.range(range)
        : variant.full();
  }

  private Response notAcceptable(String encodings) {
    List<String> codings = new ArrayList<>();
    for (PreparedVariant variant : variants) {
      codings.add(variant.coding().token());
    }
    return Response.of(
        new Problem(
            "not-acceptable",
            406,
            "Not acceptable",
            "The file is not kept in any coding that Accept-Encoding takes.",
            List.of(new Violation("accept-encoding", encodings, String.join(" or ", codings)))));
  }

  private static void requireVariants(List<Variant> variants) {
    Set<ContentCoding> codings = EnumSet.noneOf(ContentCoding.class);
    for (Variant variant : variants) {
      if (!codings.add(variant.coding())) {
        throw new IllegalArgumentException(
            "variants must be one of each coding at most: " + variant.coding() + ".");
      }
    }
    if (!codings.contains(ContentCoding.IDENTITY)) {
      throw new IllegalArgumentException("variants must hold one without coding: " + codings + ".");
    }
  }
}
