package io.github.gan4j.cli.classify;

/** How many images of each class that was asked for are taken for it. Immutable. */
public final class Agreement {
  private final int[] asked;
  private final int[] right;

  private Agreement(int classes) {
    asked = new int[classes];
    right = new int[classes];
  }

  /**
   * Compares with classes asked for in turn, as a conditional generator makes them: the first image
   * shall be of class 0.
   *
   * @param labels what images were taken for, at least one
   * @param classes how many classes there are, at least 1
   */
  public static Agreement inTurn(int[] labels, int classes) {
    Agreement agreement = new Agreement(classes);
    for (int i = 0; i < labels.length; i++) {
      int label = i % classes;
      agreement.asked[label]++;
      if (labels[i] == label) {
        agreement.right[label]++;
      }
    }
    return agreement;
  }

  /** Returns the share of all images that are taken for what was asked. */
  public double share() {
    long all = 0;
    long good = 0;
    for (int label = 0; label < asked.length; label++) {
      all += asked[label];
      good += right[label];
    }
    return (double) good / all;
  }

  /** Returns the share of one class's images that are taken for it; NaN if none was asked for. */
  public double share(int label) {
    return (double) right[label] / asked[label];
  }
}
