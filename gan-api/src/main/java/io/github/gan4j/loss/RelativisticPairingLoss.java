package io.github.gan4j.loss;

import java.util.OptionalDouble;

/**
 * Relativistic pairing (Jolicoeur-Martineau, 2019, arXiv:1807.00734, RSGAN; Huang et al., 2024,
 * arXiv:2501.05441, eq. 2, who named it RpGAN): images are compared in pairs, D minimises
 * softplus(fake − real), G minimises softplus(real − fake). Its landscape has no place where modes
 * are dropped for good (Sun et al., 2020, arXiv:2011.04926); with R1 and R2 it converges locally.
 */
record RelativisticPairingLoss() implements AdversarialLoss {

  @Override
  public String name() {
    return "relativistic-pairing";
  }

  @Override
  public OptionalDouble guessingLoss() {
    return OptionalDouble.of(Math.log(2));
  }

  @Override
  public double largestUsualLoss() {
    return 2 * Logits.LARGEST_USUAL;
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    double loss = meanSoftplus(fake, real, fakeGradient);
    for (int i = 0; i < realGradient.length; i++) {
      realGradient[i] = -fakeGradient[i];
    }
    return new DiscriminatorLoss(loss / 2, loss / 2);
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    double loss = meanSoftplus(real, fake, fakeGradient);
    for (int i = 0; i < fakeGradient.length; i++) {
      fakeGradient[i] = -fakeGradient[i];
    }
    return loss;
  }

  @Override
  public boolean pairs() {
    return true;
  }

  /** The mean of softplus(a − b), and its derivative by each a; that by b is the opposite. */
  private static double meanSoftplus(float[] a, float[] b, float[] gradient) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "relativistic-pairing needs as many real as fake logits, had %s and %s"
              .formatted(a.length, b.length));
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += Logits.softplus(difference);
      gradient[i] = (float) (Logits.probability(difference) / a.length);
    }
    return sum / a.length;
  }
}
