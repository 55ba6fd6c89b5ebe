package io.github.gan4j.tck.reference;

/**
 * One function of a layer, in one pass. A batch is an array of rows. Arguments are left unchanged.
 */
interface Stage {

  /** Maps a batch as the network generates. */
  double[][] infer(double[][] in);

  /** Maps a batch as the network trains, and remembers what {@link #backward} needs. */
  double[][] train(double[][] in, long dropoutSeed);

  /**
   * Returns the derivative by each input of the latest {@link #train}, and adds the derivative by
   * each parameter to {@code weightGradient}, which is in the parameters' order.
   */
  double[][] backward(double[][] outGradient, double[] weightGradient);

  /**
   * Goes through the latest {@link #backward} backward, from the network's input on.
   *
   * @param byInGradient the derivative of a function by each gradient that {@code backward}
   *     returned
   * @param weightGradient receives in addition the function's derivative by each parameter
   * @return the function's derivative by each gradient that {@code backward} was given
   */
  double[][] doubleBackward(double[][] byInGradient, double[] weightGradient);
}
