package io.github.gan4j.random;

/**
 * What random numbers are for. Numbers of different streams are independent under one seed, so that
 * any two uses in one run need a stream, a step or a position of their own. A stream's number is
 * part of what a seed means: never change or reuse one.
 */
public enum RandomStream {
  /** The generator's first weights. */
  GENERATOR_WEIGHTS(1),
  /** The discriminator's first weights. */
  DISCRIMINATOR_WEIGHTS(2),
  /** The order of the data; its steps are passes over the data. */
  DATA_ORDER(3),
  /** Latent vectors of the images that the discriminator trains on. */
  LATENT(4),
  /** Latent vectors of the images that the generator trains on, where they are others. */
  GENERATOR_LATENT(5),
  /** Dropout in the discriminator's turn. */
  DISCRIMINATOR_DROPOUT(6),
  /** Dropout in the generator's turn. */
  GENERATOR_DROPOUT(7),
  /** Latent vectors of a trained generator. */
  SAMPLES(8),
  /** Data that is made instead of read; its steps are told by who makes it. */
  MADE_DATA(9),
  /** Noise on what the discriminator is shown. */
  INSTANCE_NOISE(10),
  /** Which images are taken for one another. */
  LABEL_FLIPS(11),
  /** Noise on generated images that the generator trains on. */
  GENERATOR_INSTANCE_NOISE(12),
  /** How far on the way from real to generated images WGAN-GP penalises gradients. */
  PENALTY_PLACES(13),
  /** How much brighter the images are at the end of DRAGAN's way, which starts at real ones. */
  PENALTY_NOISE(14),
  /** Dropout while a gradient is penalised. */
  PENALTY_DROPOUT(15),
  /** Where an inversion of images starts and what it draws on its way. */
  INVERSION(16),
  /** Where the search for the largest singular values of the discriminator's weights starts. */
  SINGULAR_VECTORS(17),
  /** How far on its way DRAGAN penalises gradients. */
  DRAGAN_PLACES(18),
  /** Where the search for the largest singular values of the generator's weights starts. */
  GENERATOR_SINGULAR_VECTORS(19);

  private final int number;

  RandomStream(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
