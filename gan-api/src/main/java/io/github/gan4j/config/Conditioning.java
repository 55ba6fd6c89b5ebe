package io.github.gan4j.config;

/**
 * How both players are told the class of an image. The generator gets it beside its latent vector,
 * one number a class, 1 for the class and 0 for the others (Mirza and Osindero, 2014,
 * arXiv:1411.1784); the kind says what the discriminator makes of it.
 *
 * @param kind what the discriminator makes of it
 * @param classes how many classes there are; at least 2
 * @param classWeight what the cross-entropy of {@link Kind#AUXILIARY_CLASSIFIER} is multiplied by
 *     in both players' objectives; positive and finite, and 0 for the other kinds
 */
public record Conditioning(Kind kind, int classes, double classWeight) {

  /** What a discriminator can make of a class. */
  public enum Kind {
    /** It is given the class beside the image (Mirza and Osindero, 2014, arXiv:1411.1784). */
    CONCATENATION,
    /**
     * It has to name the class of real and generated images, and the generator makes such whose
     * class it names rightly (Odena et al., 2017, arXiv:1610.09585).
     */
    AUXILIARY_CLASSIFIER,
    /**
     * Its logit is a part that every class has in common and one of the class: the product of its
     * last hidden layer with a vector of the class, and a number (Miyato and Koyama, 2018,
     * arXiv:1802.05637, eq. 3, with a bias a class).
     */
    PROJECTION
  }

  /** Refuses values outside of the ranges that the components name. */
  public Conditioning {
    Checks.notNull("conditioning kind", kind);
    Checks.atLeast("conditioning classes", classes, 2);
    if (kind == Kind.AUXILIARY_CLASSIFIER) {
      Checks.positive("conditioning classWeight", classWeight);
    } else if (classWeight != 0) {
      throw new IllegalArgumentException(
          "conditioning classWeight must be 0 for " + kind + ", was " + classWeight);
    }
  }

  /** Returns the class beside the image. */
  public static Conditioning concatenation(int classes) {
    return new Conditioning(Kind.CONCATENATION, classes, 0);
  }

  /** Returns a discriminator that names the class, with the paper's weight of 1. */
  public static Conditioning auxiliaryClassifier(int classes) {
    return new Conditioning(Kind.AUXILIARY_CLASSIFIER, classes, 1);
  }

  /** Returns a logit with a part of the class. */
  public static Conditioning projection(int classes) {
    return new Conditioning(Kind.PROJECTION, classes, 0);
  }
}
