package io.github.gan4j.report.internal;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.image.Images;
import java.util.Arrays;

/**
 * Images of a dataset for a layout with classes: in each row those of its class, always the same
 * ones, from all over the dataset. Where a class has too few, cells stay black.
 */
public final class RealByClass {
  private static final int NONE = -1;
  private static final float BLACK = -1;

  private final Dataset dataset;
  private final GridLayout layout;
  private final int[] picked;

  /** Picks the images, for which it looks at labels until every row is full. */
  public RealByClass(Dataset dataset, GridLayout layout) {
    this.dataset = dataset;
    this.layout = layout;
    picked = new int[Math.multiplyExact(layout.rows(), layout.columns())];
    Arrays.fill(picked, NONE);
    pick();
  }

  private void pick() {
    int[] found = new int[layout.classes()];
    int stride = stride(dataset.size());
    int left = picked.length;
    for (int i = 0; i < dataset.size() && left > 0; i++) {
      int index = (int) ((long) i * stride % dataset.size());
      int label = dataset.label(index);
      int number = found[label]++;
      long row = label + (long) number / layout.columns() * layout.classes();
      if (row < layout.rows()) {
        picked[(int) row * layout.columns() + number % layout.columns()] = index;
        left--;
      }
    }
  }

  /** Returns a page's images. */
  public Images page(int page) {
    int size = dataset.shape().size();
    int from = page * layout.rowsPerPage() * layout.columns();
    int count = layout.rowsOf(page) * layout.columns();
    float[] values = new float[Math.multiplyExact(count, size)];
    for (int i = 0; i < count; i++) {
      if (picked[from + i] == NONE) {
        Arrays.fill(values, i * size, (i + 1) * size, BLACK);
      } else {
        dataset.read(picked[from + i], values, i * size);
      }
    }
    return Images.wrap(dataset.shape(), values);
  }

  /** Returns a step that comes by all indices, spread evenly: the golden section of the size. */
  private static int stride(int size) {
    int stride = Math.max(1, (int) (size * 0.618034));
    while (divisor(stride, size) > 1) {
      stride++;
    }
    return stride;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
