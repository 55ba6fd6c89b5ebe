package io.github.gan4j.metrics.classifier;

/**
 * How a {@link Classifier} is trained. The same training gives the same classifier on the same
 * machine with the same engine and number of threads. Immutable.
 *
 * @param epochs passes over the data, at least 1
 * @param seed decides weights, data order and dropout; any number
 */
public record ClassifierTraining(int epochs, long seed) {
  /** 10 epochs, seed 1: about 98% accuracy on MNIST's test images. */
  public static final ClassifierTraining DEFAULT = new ClassifierTraining(10, 1);

  /** Refuses fewer than 1 epoch. */
  public ClassifierTraining {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
    }
  }

  /** Returns the same training with another number of epochs. */
  public ClassifierTraining withEpochs(int newEpochs) {
    return new ClassifierTraining(newEpochs, seed);
  }

  /** Returns the same training with another seed. */
  public ClassifierTraining withSeed(long newSeed) {
    return new ClassifierTraining(epochs, newSeed);
  }
}
