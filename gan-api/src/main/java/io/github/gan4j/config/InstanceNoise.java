package io.github.gan4j.config;

/**
 * Normal noise on every image that the discriminator is shown, so that real and generated ones
 * overlap early on (Sønderby et al., 2017, arXiv:1610.04490; Arjovsky and Bottou, 2017,
 * arXiv:1701.04862). It decays evenly.
 *
 * @param deviation the standard deviation in the first step, of pixels as networks see them;
 *     positive and finite
 * @param steps after how many steps there is none; at least 1
 */
public record InstanceNoise(double deviation, long steps) {

  /** Refuses values outside of the ranges that the components name. */
  public InstanceNoise {
    Checks.positive("instanceNoise deviation", deviation);
    Checks.atLeast("instanceNoise steps", steps, 1);
  }

  /** Returns the standard deviation in a step, from 1 on; 0 when it has gone. */
  public double deviationAt(long step) {
    return deviation * Math.max(0, 1 - (step - 1.0) / steps);
  }
}
