package io.github.gan4j.metrics.classifier;

import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.metrics.internal.LabelChecks;
import java.util.Arrays;
import java.util.Objects;

/**
 * The accuracy of a conditional generator: the share of its images that a classifier predicts to be
 * of the class that was requested, over all images and for each class. Immutable and thread-safe.
 *
 * <p>Agreement is not quality: a classifier can be sure of images that nobody takes for real, and
 * one image of each class repeated has an agreement of 1. Look at the images, and at {@link
 * io.github.gan4j.metrics.nearest nearest neighbours}.
 */
public final class ClassAgreement {
  private final int[] requested;
  private final int[] agreeing;

  private ClassAgreement(int[] requested, int[] agreeing) {
    this.requested = requested;
    this.agreeing = agreeing;
  }

  /**
   * Compares requested with predicted classes, image by image.
   *
   * @param requested the class that each image was generated for, from 0 to {@code classes - 1}; at
   *     least one
   * @param predicted what a classifier predicts for each, from 0 to {@code classes - 1}
   * @param classes the number of classes, at least 1
   * @throws IllegalArgumentException if the lengths differ, there are no images, or a label or the
   *     number of classes is out of range
   */
  public static ClassAgreement of(int[] requested, int[] predicted, int classes) {
    LabelChecks.check("requested", requested, "classes", classes);
    LabelChecks.check("predicted", predicted, "classes", classes);
    if (requested.length != predicted.length) {
      throw new IllegalArgumentException(
          "predicted must be as many as requested, %s, were %s"
              .formatted(requested.length, predicted.length));
    }
    int[] all = new int[classes];
    int[] right = new int[classes];
    for (int i = 0; i < requested.length; i++) {
      all[requested[i]]++;
      if (predicted[i] == requested[i]) {
        right[requested[i]]++;
      }
    }
    return new ClassAgreement(all, right);
  }

  /**
   * Compares predicted classes with classes requested in turn, as {@link
   * io.github.gan4j.model.Generator#generate} of a conditional generator makes them: image i is of
   * class {@code i % classes}.
   *
   * @param predicted what a classifier predicts for each image, from 0 to {@code classes - 1}; at
   *     least one
   * @param classes the number of classes, at least 1
   * @throws IllegalArgumentException if there are no images, or a label or the number of classes is
   *     out of range
   */
  public static ClassAgreement ofClassesInTurn(int[] predicted, int classes) {
    int[] requested = new int[Arguments.notNull("predicted", predicted).length];
    for (int i = 0; i < requested.length; i++) {
      requested[i] = i % Math.max(1, classes);
    }
    return of(requested, predicted, classes);
  }

  /** Returns the number of classes. */
  public int classes() {
    return requested.length;
  }

  /** Returns the share of all images predicted to be of the requested class, from 0 to 1. */
  public double share() {
    return (double) sum(agreeing) / sum(requested);
  }

  /**
   * Returns the share of the images requested of one class that are predicted to be of it, from 0
   * to 1; NaN if none was requested.
   *
   * @param label from 0 to {@code classes() - 1}
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double share(int label) {
    Objects.checkIndex(label, requested.length);
    return (double) agreeing[label] / requested[label];
  }

  /** Returns both numbers of images, as in {@code 975 of 1000 images of the requested class}. */
  @Override
  public String toString() {
    return "%s of %s images of the requested class".formatted(sum(agreeing), sum(requested));
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
