package io.github.gan4j.datasets;

/** A callback for the progress of reading a folder of images. */
@FunctionalInterface
public interface ReadingProgress {
  /**
   * Called after each file, on the thread that reads.
   *
   * @param files how many have been read, from 1 on; it begins again if images must be decoded a
   *     second time
   * @param total how many there are
   */
  void onRead(int files, int total);
}
