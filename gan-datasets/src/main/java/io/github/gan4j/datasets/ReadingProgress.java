package io.github.gan4j.datasets;

/** Is told how far a folder of images has been read. */
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
