package dev.vorota.chat.avatar;

import java.util.Map;

/** Makes avatars of uploaded pictures. */
public interface AvatarRenderer {

  /**
   * Checks what the bytes really are and how many pixels they claim before it decodes them, cuts
   * the middle square and encodes it anew as PNG in each size.
   *
   * @param picture a PNG, JPEG or WebP file
   * @param mediaType what the sender says it is
   * @throws dev.vorota.problem.ProblemException 415 {@code unsupported-picture} for another type or
   *     a lie about it, 413 {@code picture-too-large} for too many pixels, 400 {@code
   *     invalid-picture} for one that is animated or can't be decoded, 503 {@code
   *     avatars-unavailable} where too many pictures wait
   */
  Map<AvatarSize, byte[]> render(byte[] picture, String mediaType);
}
