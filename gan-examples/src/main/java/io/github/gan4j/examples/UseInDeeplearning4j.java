package io.github.gan4j.examples;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.dl4j.Dl4jModels;
import io.github.gan4j.dl4j.NdArrays;
import io.github.gan4j.image.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Turns a trained generator into a Deeplearning4j network, which draws the same digits and which
 * DL4J programs can load.
 *
 * <p>Arguments: the model (mnist/digits.safetensors, which TrainOnMnist leaves) and the output
 * folder (deeplearning4j).
 */
public final class UseInDeeplearning4j {
  private UseInDeeplearning4j() {}

  public static void main(String[] args) throws IOException {
    Path model = Path.of(args.length > 0 ? args[0] : "mnist/digits.safetensors");
    Path folder = Files.createDirectories(Path.of(args.length > 1 ? args[1] : "deeplearning4j"));

    try (TrainedGan gan = TrainedGan.load(model)) {
      // region convert
      MultiLayerNetwork network = Dl4jModels.toMultiLayerNetwork(gan);
      INDArray latents = NdArrays.ofLatents(gan.generator().latents(64, 1));
      INDArray output = network.output(latents); // 64 rows of normalised pixels
      Images images = NdArrays.toImages(output, gan);
      // endregion

      images.grid(8, 8).writePng(folder.resolve("digits.png"));
      network.save(folder.resolve("generator.zip").toFile());
      System.out.println(network.summary());
      System.out.printf(
          "largest difference to gan.generate(64, 1): %.7f%n",
          largestDifference(images.toArray(), gan.generate(64, 1).toArray()));
    }
  }

  private static double largestDifference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
