package dev.vorota.adapters.out.chat.images;

/**
 * What a picture says of itself before a pixel is decoded.
 *
 * @param width in pixels as stored, before the orientation is applied
 * @param height in pixels as stored, before the orientation is applied
 */
record PictureHeader(int width, int height, Orientation orientation) {

  long pixels() {
    return (long) width * height;
  }
}
