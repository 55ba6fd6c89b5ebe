package io.github.gan4j.fake;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Grey images of 1 × 2 pixels, image i being (i / size, -1); remembers what was read. */
public final class NumberedImages implements Dataset {
  private final int size;
  private final List<Integer> read = new ArrayList<>();
  private int bad = -1;
  private float badValue;
  private String name = "numbered";

  public NumberedImages(int size) {
    this.size = size;
  }

  /** Makes one image's second pixel something else. */
  public NumberedImages with(int index, float value) {
    bad = index;
    badValue = value;
    return this;
  }

  /** Calls it something else. */
  public NumberedImages named(String name) {
    this.name = name;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public ImageShape shape() {
    return ImageShape.grey(1, 2);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    Objects.checkIndex(index, size);
    read.add(index);
    into[offset] = (float) index / size;
    into[offset + 1] = index == bad ? badValue : -1;
  }

  /** Returns the images read since this was asked last. */
  public int[] takeRead() {
    int[] indexes = read.stream().mapToInt(Integer::intValue).toArray();
    read.clear();
    return Arrays.copyOf(indexes, indexes.length);
  }
}
