package io.github.gan4j.internal.data;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run's data must be, for its configuration, before the first step. */
public final class DataChecks {
  /** What resampling and rounding do to the ends of a range, as a part of it. */
  private static final double TOLERANCE = 0.01;

  private static final int MOST_NAMED = 10;

  private DataChecks() {}

  /**
   * Checks pixels and labels.
   *
   * @return warnings about them, a sentence each
   * @throws IllegalArgumentException if the generator cannot make such pixels, or a label that the
   *     run needs is of no class
   */
  public static List<String> check(GanConfig config, Dataset data, DataSurvey survey) {
    List<String> warnings = new ArrayList<>();
    checkPixels(config, data, survey);
    if (survey.lowest() >= 0 && survey.highest() == 1 && config.generator().output().lowest() < 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "pixels of dataset %s lie in [%.3g, 1]; images are in [-1, 1], so that 0 is grey: if"
                  + " 0 is black, give 2 * pixel - 1",
              data.name(),
              survey.lowest()));
    }
    if (config.objective().conditioning() != null) {
      checkLabels(data, survey.fingerprint().classNames(), warnings);
    }
    return warnings;
  }

  private static void checkPixels(GanConfig config, Dataset data, DataSurvey survey) {
    Activation output = config.generator().output();
    Normalization pixels = config.normalization();
    double lowest = toImages(output.lowest(), pixels);
    double highest = toImages(output.highest(), pixels);
    double margin = TOLERANCE * Math.min(2, highest - lowest);
    if (survey.lowest() < lowest - margin || survey.highest() > highest + margin) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "pixels of dataset %s must be in [%.4g, %.4g], which the generator (%s, normalization"
                  + " mean %s, std %s) can make, are in [%.4g, %.4g]: scale them, by value / 127.5"
                  + " - 1 if they are from 0 to 255, or take generatorOutput(Activation.linear())",
              data.name(),
              lowest,
              highest,
              output.kind(),
              pixels.mean(),
              pixels.std(),
              survey.lowest(),
              survey.highest()));
    }
  }

  /** Maps a value of the networks to images, where −1 is black and 1 is white. */
  private static double toImages(double value, Normalization pixels) {
    return 2 * (value * pixels.std() + pixels.mean()) - 1;
  }

  private static void checkLabels(Dataset data, List<String> names, List<String> warnings) {
    int[] images = new int[names.size()];
    for (int i = 0; i < data.size(); i++) {
      int label = data.label(i);
      if (label < 0 || label >= images.length) {
        throw new IllegalArgumentException(
            "label of image %s of dataset %s must be from 0 to %s, was %s"
                .formatted(i, data.name(), images.length - 1, label));
      }
      images[label]++;
    }
    List<String> empty = new ArrayList<>();
    for (int label = 0; label < images.length; label++) {
      if (images[label] == 0) {
        String name = names.get(label);
        String number = Integer.toString(label);
        empty.add(name.equals(number) ? number : number + " (" + name + ")");
      }
    }
    if (!empty.isEmpty()) {
      warnings.add(
          "dataset %s has no images of %s: what is generated of such a class means nothing"
              .formatted(data.name(), named(empty)));
    }
  }

  private static String named(List<String> classes) {
    String listed =
        String.join(", ", classes.subList(0, Math.min(MOST_NAMED, classes.size())))
            + (classes.size() > MOST_NAMED ? ", …" : "");
    return classes.size() == 1
        ? "class " + listed
        : "%s classes: %s".formatted(classes.size(), listed);
  }
}
