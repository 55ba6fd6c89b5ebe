package io.github.gan4j.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Regularisation of the discriminator, apart from its layers.
 *
 * @param penalties penalties on its gradient by the image, all of which are added
 * @param weightClip the largest absolute value that its parameters keep after an update, positive;
 *     null for any (Arjovsky et al., 2017, arXiv:1701.07875, with 0.01)
 * @param labels the labels of real and generated images
 * @param instanceNoise noise on the images that it is shown; null for none
 */
public record Regularization(
    List<GradientPenalty> penalties,
    @Nullable Double weightClip,
    Labels labels,
    @Nullable InstanceNoise instanceNoise) {

  /** Nothing of it. */
  public static final Regularization NONE = new Regularization(List.of(), null, Labels.TRUE, null);

  /** Refuses values outside of the ranges that the components name, and a penalty given twice. */
  public Regularization {
    penalties = List.copyOf(Checks.notNull("penalties", penalties));
    long kinds = penalties.stream().map(GradientPenalty::kind).distinct().count();
    if (kinds < penalties.size()) {
      throw new IllegalArgumentException(
          "penalties must be of different kinds, were "
              + penalties.stream().map(GradientPenalty::kind).toList());
    }
    if (weightClip != null) {
      Checks.positive("weightClip", weightClip);
    }
    Checks.notNull("labels", labels);
  }

  /** Returns whether it bounds how steep the discriminator may become. */
  public boolean bounds() {
    return !penalties.isEmpty() || weightClip != null;
  }

  /** Returns the same with one more penalty, which takes the place of one of its kind. */
  public Regularization withPenalty(GradientPenalty penalty) {
    List<GradientPenalty> all = new ArrayList<>(penalties);
    all.removeIf(each -> each.kind() == penalty.kind());
    all.add(penalty);
    return new Regularization(all, weightClip, labels, instanceNoise);
  }

  /** Returns the same with another limit to the weights, positive, or null for none. */
  public Regularization withWeightClip(@Nullable Double weightClip) {
    return new Regularization(penalties, weightClip, labels, instanceNoise);
  }

  /** Returns the same with other labels. */
  public Regularization withLabels(Labels labels) {
    return new Regularization(penalties, weightClip, labels, instanceNoise);
  }

  /** Returns the same with other noise on images, or null for none. */
  public Regularization withInstanceNoise(@Nullable InstanceNoise instanceNoise) {
    return new Regularization(penalties, weightClip, labels, instanceNoise);
  }
}
