package io.github.gan4j.internal.data;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.DatasetFingerprint;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A look at a dataset: its fingerprint, and between which values its pixels lie, both by a sample
 * of images.
 *
 * @param fingerprint what tells it from other datasets
 * @param lowest the lowest value of the sampled images
 * @param highest the highest
 */
public record DataSurvey(DatasetFingerprint fingerprint, float lowest, float highest) {
  private static final int MOST_IMAGES = 1024;
  private static final int FEWEST_IMAGES = 16;

  /** Large images are sampled less, so that a look takes less than a second. */
  private static final int MOST_VALUES = 1 << 24;

  private static final int CHECKSUM_BYTES = 16;

  /**
   * Looks at a dataset.
   *
   * @throws IllegalArgumentException if it has not as many names of classes as classes
   */
  public static DataSurvey of(Dataset data) {
    List<String> classNames = List.copyOf(data.classNames());
    if (classNames.size() != data.classes()) {
      throw new IllegalArgumentException(
          "dataset %s must have a name for each of its %s classes, has %s names"
              .formatted(data.name(), data.classes(), classNames.size()));
    }
    MessageDigest digest = sha256();
    int size = data.shape().size();
    int sampled =
        Math.min(data.size(), Math.max(FEWEST_IMAGES, Math.min(MOST_IMAGES, MOST_VALUES / size)));
    float[] values = new float[size];
    byte[] bytes = new byte[Math.multiplyExact(Float.BYTES, size)];
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < sampled; i++) {
      data.read((int) ((long) i * data.size() / sampled), values, 0);
      ByteBuffer.wrap(bytes).asFloatBuffer().put(values);
      digest.update(bytes);
      for (float value : values) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    if (data.classes() > 0) {
      addLabels(data, digest);
    }
    String checksum = HexFormat.of().formatHex(digest.digest(), 0, CHECKSUM_BYTES);
    return new DataSurvey(
        new DatasetFingerprint(data.name(), data.size(), data.shape(), classNames, checksum),
        lowest,
        highest);
  }

  private static void addLabels(Dataset data, MessageDigest digest) {
    ByteBuffer label = ByteBuffer.allocate(Integer.BYTES);
    for (int i = 0; i < data.size(); i++) {
      digest.update(label.putInt(0, data.label(i)).array());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
