package io.github.gan4j.datasets;

/**
 * The size and channels of an image file, known before it is decoded.
 *
 * @param width columns, as the image is shown
 * @param height rows, as the image is shown
 * @param channels 1 for grey, 3 for colour, 0 if that is not known yet
 */
record ImageHeader(int width, int height, int channels) {}
