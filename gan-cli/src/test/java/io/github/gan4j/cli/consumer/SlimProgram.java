package io.github.gan4j.cli.consumer;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;

/** A program that has the engine and no Deeplearning4j: it trains on arrays of its own. */
public final class SlimProgram {
  private SlimProgram() {}

  /** Runs it. */
  public static void main(String[] args) {
    byte[][] images = new byte[16][9];
    for (int i = 0; i < images.length; i++) {
      images[i][i % 9] = (byte) 255;
    }
    try (Trainer trainer =
        Gan.builder()
            .latentDim(4)
            .mlp(6)
            .batchSize(4)
            .stepsPerEpoch(3)
            .epochs(2)
            .trainer(ArrayDataset.of(images, ImageShape.grey(3, 3)))) {
      System.out.println("engine " + trainer.run().engine());
      try (TrainedGan gan = trainer.train()) {
        System.out.println("generated " + gan.generate(4, 1).toArray().length);
      }
    }
    System.out.println(
        "module " + ModuleLayer.boot().findModule("io.github.gan4j.cpu").isPresent());
  }
}
