package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.datasets.ImageFolder;
import io.github.gan4j.report.html.HtmlReport;
import io.github.gan4j.report.progress.TerminalProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains a GAN on the photos of a folder, of any size: each is cropped to its middle square and
 * scaled to 32 x 32. Sub-folders, if there are any, are classes.
 *
 * <p>Arguments: the folder of images (images), the output folder (own-images) and the number of
 * epochs of 100 steps each (50).
 */
public final class TrainOnOwnImages {
  private TrainOnOwnImages() {}

  public static void main(String[] args) throws IOException {
    Path images = Path.of(args.length > 0 ? args[0] : "images");
    Path folder = Files.createDirectories(Path.of(args.length > 1 ? args[1] : "own-images"));
    int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 50;

    // region photos
    ImageFolder photos =
        ImageFolder.reader().size(32, 32).crop(true).skipBadFiles(true).read(images);
    System.out.println(photos); // how many images of which shape, and of how many classes
    photos.warnings().forEach(System.out::println); // which files were passed over, and why
    // endregion

    try (TrainedGan gan =
        Gan.builder()
            .batchSize(Math.min(64, photos.size()))
            .stepsPerEpoch(100)
            .epochs(epochs)
            .listener(TerminalProgress.onStandardError())
            .listener(HtmlReport.writeTo(folder.resolve("report.html")))
            .train(photos)) {
      gan.generate(64).grid(8, 8).writePng(folder.resolve("generated.png"));
      gan.save(folder.resolve("model.safetensors"));
    }
    System.out.println("64 new images are in " + folder.resolve("generated.png"));
  }
}
