package io.github.gan4j.datasets;

/**
 * What is known of an image before it is decoded.
 *
 * @param width columns, as the image is shown
 * @param height rows, as the image is shown
 * @param channels 1 for grey, 3 for colour, 0 if that is not known yet
 */
record ImageHead(int width, int height, int channels) {}
