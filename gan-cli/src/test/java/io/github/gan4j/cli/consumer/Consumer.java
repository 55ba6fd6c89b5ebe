package io.github.gan4j.cli.consumer;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.metrics.nearest.NearestImages;
import io.github.gan4j.report.html.HtmlReport;
import io.github.gan4j.report.losses.LossCsv;
import io.github.gan4j.report.tensorboard.TensorBoardLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A program that trains, writes all kinds of files and reads back those that can be read. */
public final class Consumer {
  private Consumer() {}

  /**
   * Runs it.
   *
   * @param args the folder to write to
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path file = folder.resolve("model.safetensors");
    Path checkpoints = folder.resolve("checkpoints");
    float[] before;
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(4)
            .mlp(6)
            .batchSize(4)
            .stepsPerEpoch(3)
            .epochs(2)
            .checkpoints(Checkpoints.into(checkpoints))
            .listener(HtmlReport.writeTo(folder.resolve("report.html")))
            .listener(LossCsv.writeTo(folder.resolve("losses.csv")))
            .listener(TensorBoardLog.into(folder.resolve("tensorboard")))
            .train(dataset())) {
      before = gan.generate(4, 1).toArray();
      gan.save(file);
    }
    try (TrainedGan gan = TrainedGan.load(file)) {
      System.out.println("nearest " + NearestImages.find(gan.generate(4, 1), dataset(), 1).size());
      System.out.println("loaded " + Arrays.equals(before, gan.generate(4, 1).toArray()));
      gan.generate(4, 1).grid(2, 2).writePng(folder.resolve("grid.png"));
    }
    try (TrainedGan gan = Gan.resume(checkpoints).epochs(3).train(dataset())) {
      System.out.println("resumed " + gan.history().epochs().size());
    }
    System.out.println("module " + Gan.class.getModule().getName());
  }

  private static Dataset dataset() {
    byte[][] images = new byte[16][9];
    for (int i = 0; i < images.length; i++) {
      images[i][i % 9] = (byte) 255;
    }
    return ArrayDataset.of(images, ImageShape.grey(3, 3));
  }
}
