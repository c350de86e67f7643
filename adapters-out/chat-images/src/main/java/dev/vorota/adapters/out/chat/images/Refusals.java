package dev.vorota.adapters.out.chat.images;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;

/** Why a picture is not taken, in the words that its sender reads. */
final class Refusals {

  private Refusals() {}

  static ProblemException unknownType(String mediaType) {
    return unsupported(
        "The content is no picture that is accepted here, whatever its type says: "
            + mediaType
            + ". Expected is image/png, image/jpeg or image/webp.");
  }

  static ProblemException otherType(String mediaType, PictureType found) {
    return unsupported(
        "The content is %s, but its type says: %s.".formatted(found.mediaType(), mediaType));
  }

  static ProblemException tooLarge(PictureHeader picture, int maxPixels, int maxSide) {
    return new ProblemException(
        Problem.of(
            "picture-too-large",
            413,
            "The picture has too many pixels",
            "The picture is %d × %d, that is %d pixels; expected are at most %d, no side above %d."
                .formatted(
                    picture.width(), picture.height(), picture.pixels(), maxPixels, maxSide)));
  }

  static ProblemException corrupt(String reason) {
    return new ProblemException(
        Problem.of(
            "invalid-picture",
            400,
            "The picture is broken",
            "The picture can't be used: " + reason + "."));
  }

  static ProblemException busy() {
    return new ProblemException(
        Problem.of(
            "avatars-unavailable",
            503,
            "Avatars are not available",
            "Too many pictures are waiting to be decoded; try again later."));
  }

  private static ProblemException unsupported(String detail) {
    return new ProblemException(
        Problem.of("unsupported-picture", 415, "The type of the picture is not accepted", detail));
  }
}
