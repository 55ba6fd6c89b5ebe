package io.github.gan4j.report.tensorboard;

import io.github.gan4j.image.ImageFiles;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;

/**
 * TensorBoard's events as Protocol Buffers messages. The fields' numbers are those of TensorFlow's
 * {@code tensorflow/core/util/event.proto} and {@code tensorflow/core/framework/summary.proto}.
 *
 * <p>Scalars and images are of the older kind, {@code simple_value} and {@code image}, which
 * TensorBoard turns into tensors when it reads them ({@code tensorboard/data_compat.py}).
 */
final class Events {
  private static final String VERSION = "brain.Event:2";

  // message Event
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;

  // message Summary
  private static final int SUMMARY_VALUE = 1;

  // message Summary.Value
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE_VALUE = 2;
  private static final int VALUE_IMAGE = 4;

  // message Summary.Image
  private static final int IMAGE_HEIGHT = 1;
  private static final int IMAGE_WIDTH = 2;
  private static final int IMAGE_COLORSPACE = 3;
  private static final int IMAGE_ENCODED_IMAGE_STRING = 4;

  private Events() {}

  /** Returns the event that begins each file. */
  static byte[] fileVersion(Instant time) {
    return new Message()
        .doubleValue(EVENT_WALL_TIME, seconds(time))
        .text(EVENT_FILE_VERSION, VERSION)
        .toByteArray();
  }

  /** Returns an event of what was found at a step: {@link #scalar}s and {@link #image}s. */
  static byte[] summary(Instant time, long step, List<byte[]> values) {
    Message summary = new Message();
    values.forEach(value -> summary.bytes(SUMMARY_VALUE, value));
    return new Message()
        .doubleValue(EVENT_WALL_TIME, seconds(time))
        .integer(EVENT_STEP, step)
        .bytes(EVENT_SUMMARY, summary.toByteArray())
        .toByteArray();
  }

  static byte[] scalar(String tag, double value) {
    return new Message()
        .text(VALUE_TAG, tag)
        .floatValue(VALUE_SIMPLE_VALUE, (float) value)
        .toByteArray();
  }

  /** Returns a picture, as PNG. */
  static byte[] image(String tag, BufferedImage picture) {
    Message image =
        new Message()
            .integer(IMAGE_HEIGHT, picture.getHeight())
            .integer(IMAGE_WIDTH, picture.getWidth())
            // 1 stands for grey, 3 for red, green and blue.
            .integer(IMAGE_COLORSPACE, picture.getColorModel().getNumComponents())
            .bytes(IMAGE_ENCODED_IMAGE_STRING, ImageFiles.png(picture));
    return new Message().text(VALUE_TAG, tag).bytes(VALUE_IMAGE, image.toByteArray()).toByteArray();
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }
}
