package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.Choice;
import io.github.gan4j.cli.settings.type.FilePath;
import io.github.gan4j.cli.settings.type.IntervalType;
import io.github.gan4j.cli.settings.type.SaveInterval;
import io.github.gan4j.cli.settings.type.SaveIntervalType;
import io.github.gan4j.cli.settings.type.Size;
import io.github.gan4j.cli.settings.type.SizeType;
import io.github.gan4j.cli.settings.type.Switch;
import io.github.gan4j.cli.settings.type.Whole;
import io.github.gan4j.training.Interval;
import java.nio.file.Path;
import java.util.List;

/** What a run shows and leaves. */
public final class OutputSettings {
  private static final SettingTable TABLE = new SettingTable();

  public static final SingleSetting<Path> OUT =
      TABLE.add(
          SingleSetting.of(
                  "out", Section.OUTPUT, new FilePath("DIR"), "the run folder: new or empty")
              .unset("runs/RECIPE-TIME"));

  public static final SingleSetting<Path> LOG_FILE =
      TABLE.add(
          SingleSetting.of(
                  "log-file", Section.OUTPUT, new FilePath("FILE"), "the log of losses to read")
              .unset("training.log in the run folder"));

  public static final SingleSetting<SaveInterval> CHECKPOINT_INTERVAL =
      TABLE.add(
          SingleSetting.of(
                  "checkpoint-interval",
                  Section.OUTPUT,
                  new SaveIntervalType(),
                  "how often the whole state is saved, for train --resume; it is at the end too")
              .unset("none", "never")
              .byDefault(SaveInterval.ofMinutes(10)));

  public static final SingleSetting<Integer> CHECKPOINTS_KEPT =
      TABLE.add(
          SingleSetting.of(
                  "checkpoints-kept",
                  Section.OUTPUT,
                  Whole.from(1),
                  "how many of the newest saved states are kept")
              .byDefault(3));

  public static final SingleSetting<BestBy> CHECKPOINT_BEST =
      TABLE.add(
          SingleSetting.of(
                  "checkpoint-best",
                  Section.OUTPUT,
                  Choice.of(List.of(BestBy.values())),
                  "keep the state after the epoch with the lowest of these too")
              .unset("none", "only the newest are kept"));

  public static final SingleSetting<ProgressStyle> PROGRESS =
      TABLE.add(
          SingleSetting.of(
                  "progress",
                  Section.OUTPUT,
                  Choice.of(List.of(ProgressStyle.values())),
                  "how progress is shown, auto being a bar on a terminal and lines elsewhere")
              .byDefault(ProgressStyle.AUTO));

  public static final SingleSetting<Interval> SAMPLE_INTERVAL =
      TABLE.add(
          SingleSetting.of(
                  "sample-interval",
                  Section.OUTPUT,
                  new IntervalType(),
                  "how often samples are pictured")
              .byDefault(Interval.epochs(1)));

  public static final SingleSetting<Size> SAMPLE_GRID =
      TABLE.add(
          SingleSetting.of(
                  "sample-grid",
                  Section.OUTPUT,
                  new SizeType(100),
                  "how many images are in a picture")
              .byDefault(new Size(8, 8)));

  public static final SingleSetting<Boolean> FRESH_SAMPLES =
      TABLE.add(
          SingleSetting.of(
                  "fresh-samples", Section.OUTPUT, new Switch(), "picture new latent vectors too")
              .byDefault(true));

  public static final SingleSetting<Boolean> REAL_BESIDE_GENERATED =
      TABLE.add(
          SingleSetting.of(
                  "real-beside-generated",
                  Section.OUTPUT,
                  new Switch(),
                  "picture real images beside generated ones")
              .byDefault(true));

  public static final SingleSetting<Boolean> ANIMATION =
      TABLE.add(
          SingleSetting.of("animation", Section.OUTPUT, new Switch(), "write animation.gif")
              .byDefault(true));

  public static final SingleSetting<Boolean> CSV =
      TABLE.add(
          SingleSetting.of("csv", Section.OUTPUT, new Switch(), "write losses.csv")
              .byDefault(true));

  public static final SingleSetting<Boolean> LOSS_PLOT =
      TABLE.add(
          SingleSetting.of("loss-plot", Section.OUTPUT, new Switch(), "write losses.png")
              .byDefault(true));

  public static final SingleSetting<Boolean> REPORT =
      TABLE.add(
          SingleSetting.of("report", Section.OUTPUT, new Switch(), "write report.html")
              .byDefault(true));

  public static final SingleSetting<Boolean> TENSORBOARD =
      TABLE.add(
          SingleSetting.of(
                  "tensorboard", Section.OUTPUT, new Switch(), "write TensorBoard's event files")
              .byDefault(false));

  private OutputSettings() {}

  /** Returns them in their order. */
  static List<Setting<?>> all() {
    return TABLE.settings();
  }
}
