package io.github.gan4j.cli.run;

import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.settings.DataSettings;
import io.github.gan4j.cli.settings.GeneralSettings;
import io.github.gan4j.cli.settings.NetworkSettings;
import io.github.gan4j.cli.settings.OutputSettings;
import io.github.gan4j.cli.settings.ProgressStyle;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.cli.settings.type.Size;
import io.github.gan4j.cli.settings.type.ValueRange;
import io.github.gan4j.config.Player;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.Datasets;
import io.github.gan4j.datasets.IdxDataset;
import io.github.gan4j.datasets.IdxDatasetReader;
import io.github.gan4j.datasets.ImageFolder;
import io.github.gan4j.datasets.ImageFolderReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens what a run trains on, in the shape that its settings ask for. */
public final class TrainingData {
  private static final long MOST_WEIGHTS = 1L << 30;

  private TrainingData() {}

  /**
   * Reads the images.
   *
   * @throws IOException if there is nothing to read
   * @throws io.github.gan4j.datasets.DatasetException if it cannot be read as images
   * @throws io.github.gan4j.cli.problem.InvalidSettingsException if the settings do not fit the
   *     images
   */
  static Dataset open(RunSettings settings) throws IOException {
    DatasetKind kind = settings.get(DataSettings.DATASET);
    Path path = settings.find(DataSettings.DATA);
    if (kind == DatasetKind.FOLDER && path != null) {
      requireNetwork(settings, folders(settings).shape(path));
    }
    Dataset data = images(settings);
    int batch = settings.get(GeneralSettings.BATCH_SIZE);
    if (batch > data.size()) {
      throw settings.refusal(
          GeneralSettings.BATCH_SIZE,
          "must be at most %s, the size of dataset %s, was %s"
              .formatted(data.size(), data.name(), batch));
    }
    if (settings.find(GeneralSettings.CONDITIONAL) != null && data.classes() < 2) {
      throw settings.refusal(
          GeneralSettings.CONDITIONAL,
          "needs images with labels of at least 2 classes, dataset %s has %s"
              .formatted(data.name(), data.classes() == 0 ? "none" : "1"));
    }
    return data;
  }

  private static ImageFolderReader folders(RunSettings settings) {
    Size size = settings.find(DataSettings.IMAGE_SIZE);
    ImageFolderReader reader =
        ImageFolder.reader()
            .crop(settings.get(DataSettings.CROP))
            .skipBadFiles(settings.get(DataSettings.SKIP_BAD_FILES));
    if (settings.get(OutputSettings.PROGRESS) != ProgressStyle.NONE) {
      reader = reader.onProgress(new ReadingLines(System.err, System::nanoTime));
    }
    return size == null ? reader : reader.size(size.rows(), size.columns());
  }

  private static IdxDatasetReader files(RunSettings settings) {
    IdxDatasetReader reader = IdxDataset.reader().transposed(settings.get(DataSettings.TRANSPOSE));
    ValueRange range = settings.find(DataSettings.VALUE_RANGE);
    return range == null ? reader : reader.range(range.black(), range.white());
  }

  /** Tells by the first image, before any is decoded, if all are too large for the networks. */
  private static void requireNetwork(RunSettings settings, ImageShape shape) {
    List<Integer> hidden = settings.get(NetworkSettings.HIDDEN.of(Player.GENERATOR));
    int before =
        hidden.isEmpty() ? settings.get(NetworkSettings.LATENT_DIM) : hidden.get(hidden.size() - 1);
    long weights = (long) before * shape.size();
    if (weights > MOST_WEIGHTS) {
      throw settings.refusal(
          DataSettings.IMAGE_SIZE,
          "must make images smaller: those of %s need %s weights in the generator's last layer, of"
                  .formatted(shape, weights)
              + " at most 2^30; 64 is usual");
    }
  }

  /**
   * Reads the images, whatever is to be done with them.
   *
   * @throws IOException if there is nothing to read
   * @throws io.github.gan4j.datasets.DatasetException if it cannot be read as images
   */
  public static Dataset images(RunSettings settings) throws IOException {
    DatasetKind kind = settings.get(DataSettings.DATASET);
    Path path = settings.find(DataSettings.DATA);
    return shaped(kind.open(path, folders(settings), files(settings)), settings);
  }

  /** Returns images of the same kind that a run does not train on, if there are any. */
  public static Optional<Dataset> heldOut(RunSettings settings) {
    // Of data of one's own, nobody knows which are such.
    return settings.find(DataSettings.DATA) != null
        ? Optional.empty()
        : settings.get(DataSettings.DATASET).heldOut().map(data -> shaped(data, settings));
  }

  /** Gives the images the size and the channels that the settings ask for. */
  private static Dataset shaped(Dataset data, RunSettings settings) {
    Size size = settings.find(DataSettings.IMAGE_SIZE);
    Dataset sized = data;
    if (size != null && !size.equals(new Size(data.shape().height(), data.shape().width()))) {
      sized = Datasets.resized(data, size.rows(), size.columns());
    }
    Integer channels = settings.find(DataSettings.CHANNELS);
    return channels == null || channels == data.shape().channels()
        ? sized
        : Datasets.withChannels(sized, channels);
  }
}
