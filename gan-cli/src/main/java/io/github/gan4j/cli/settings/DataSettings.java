package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.settings.type.Choice;
import io.github.gan4j.cli.settings.type.FilePath;
import io.github.gan4j.cli.settings.type.RangeType;
import io.github.gan4j.cli.settings.type.Real;
import io.github.gan4j.cli.settings.type.Size;
import io.github.gan4j.cli.settings.type.SizeType;
import io.github.gan4j.cli.settings.type.Switch;
import io.github.gan4j.cli.settings.type.ValueRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a run trains on. */
public final class DataSettings {
  private static final SettingTable TABLE = new SettingTable();

  public static final SingleSetting<DatasetKind> DATASET =
      TABLE.add(
          SingleSetting.of(
                  "dataset",
                  Section.DATA,
                  Choice.of(List.of(DatasetKind.values())),
                  "what it trains on")
              .byDefault(DatasetKind.MNIST));

  public static final SingleSetting<Path> DATA =
      TABLE.add(
          SingleSetting.of(
                  "data",
                  Section.DATA,
                  new FilePath("PATH"),
                  "a folder with MNIST's files for mnist, fashion-mnist and stacked-mnist, the"
                      + " images' file for idx, a folder of PNG, JPEG and BMP images for folder")
              .unset("what is embedded; idx and folder need it"));

  public static final SingleSetting<Size> IMAGE_SIZE =
      TABLE.add(
          SingleSetting.of(
                  "image-size",
                  Section.DATA,
                  new SizeType(4096),
                  "size to which the images are resampled")
              .unset("auto", "the data's own"));

  public static final SingleSetting<Boolean> CROP =
      TABLE.add(
          SingleSetting.of(
                  "crop",
                  Section.DATA,
                  new Switch(),
                  "take only the middle of each image: the largest square, or the largest part of"
                      + " the aspect ratio of image-size")
              .onlyIf(DATASET, Set.of(DatasetKind.FOLDER))
              .byDefault(false));

  public static final SingleSetting<Boolean> SKIP_BAD_FILES =
      TABLE.add(
          SingleSetting.of(
                  "skip-bad-files",
                  Section.DATA,
                  new Switch(),
                  "go on without files that cannot be read as images, and say how many")
              .onlyIf(DATASET, Set.of(DatasetKind.FOLDER))
              .byDefault(false));

  public static final SingleSetting<ValueRange> VALUE_RANGE =
      TABLE.add(
          SingleSetting.of(
                  "value-range",
                  Section.DATA,
                  new RangeType(),
                  "which numbers of the file are black and white")
              .unset("auto", "0:255 for unsigned bytes; other numbers need it")
              .onlyIf(DATASET, Set.of(DatasetKind.IDX)));

  public static final SingleSetting<Boolean> TRANSPOSE =
      TABLE.add(
          SingleSetting.of(
                  "transpose",
                  Section.DATA,
                  new Switch(),
                  "take rows of the file as columns of the images, as EMNIST needs it")
              .onlyIf(DATASET, Set.of(DatasetKind.IDX))
              .byDefault(false));

  public static final SingleSetting<Integer> CHANNELS =
      TABLE.add(
          SingleSetting.of(
                  "channels",
                  Section.DATA,
                  Choice.of("1|3", List.of(1, 3), Object::toString),
                  "grey is 1, colour is 3")
              .unset("auto", "the data's own"));

  public static final SingleSetting<Double> MEAN =
      TABLE.add(
          SingleSetting.of(
              "mean",
              Section.DATA,
              Real.from0To1(),
              "taken from pixels in [0, 1] before they are divided by std"));

  public static final SingleSetting<Double> STD =
      TABLE.add(
          SingleSetting.of(
              "std",
              Section.DATA,
              Real.above0To1(),
              "what pixels in [0, 1] less mean are divided by"));

  private DataSettings() {}

  /** Returns them in their order. */
  static List<Setting<?>> all() {
    return TABLE.settings();
  }
}
