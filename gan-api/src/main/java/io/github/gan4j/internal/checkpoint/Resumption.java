package io.github.gan4j.internal.checkpoint;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.internal.file.CheckpointFile;
import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.log.Warnings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run to go on with.
 *
 * @param file where it was saved
 * @param state what it was
 */
public record Resumption(Path file, CheckpointState state) {
  /** A total: a run may become longer. */
  /**
   * Reads one from a file, or the newest of a folder.
   *
   * @throws io.github.gan4j.error.ModelFormatException if the file is none
   * @throws IOException if it cannot be read
   */
  public static Resumption read(Path fileOrFolder) throws IOException {
    Path file = CheckpointFolder.newest(fileOrFolder);
    return new Resumption(file, CheckpointFile.read(file));
  }

  /**
   * Checks that a run can go on.
   *
   * @throws IllegalArgumentException if not, with all that differs
   */
  public void check(GanConfig config, DatasetFingerprint data) {
    List<String> problems = new ArrayList<>();
    GanConfig before = state.config();
    // A run may be made longer or shorter.
    int epochs = before.schedule().epochs();
    GanConfig now = config.withSchedule(config.schedule().withEpochs(epochs));
    for (RecordComponent component : GanConfig.class.getRecordComponents()) {
      compare(component.getName(), value(component, before), value(component, now), problems);
    }
    checkData(data, problems);
    refuseIfAny(problems);
  }

  /** Warns if an engine of these numerics cannot go on to the bits of an uninterrupted run. */
  public void checkNumerics(String numerics) {
    String before = state.numerics();
    if (before != null && !before.equals(numerics)) {
      Warnings.warn(
          Resumption.class,
          "%s was computed by %s and goes on by %s: the run will be as good, but not to the bit what it would have been"
              .formatted(file, before, numerics));
    }
  }

  /** The name may be another one: data are moved and copied. */
  private void checkData(DatasetFingerprint data, List<String> problems) {
    DatasetFingerprint before = state.dataset();
    int known = problems.size();
    if (!data.shape().equals(before.shape())) {
      problems.add(
          "images of dataset %s must be of %s, are of %s"
              .formatted(data.name(), before.shape(), data.shape()));
    }
    if (data.images() != before.images()) {
      problems.add(
          "dataset %s must have %s images, has %s"
              .formatted(data.name(), before.images(), data.images()));
    }
    if (!data.classNames().equals(before.classNames())) {
      problems.add(
          "classes of dataset %s must be %s, are %s"
              .formatted(data.name(), before.classNames(), data.classNames()));
    }
    if (problems.size() == known && !data.checksum().equals(before.checksum())) {
      problems.add(
          "dataset %s must hold the data of %s (checksum %s), holds other pixels or labels (%s)"
              .formatted(data.name(), before.name(), before.checksum(), data.checksum()));
    }
  }

  /**
   * Checks that a run does not end before the point from which it goes on.
   *
   * @throws IllegalArgumentException if it does
   */
  public void checkLength(long totalSteps) {
    if (totalSteps < state.progress().step()) {
      refuseIfAny(
          List.of(
              "epochs and maxSteps must give at least the %s steps that are done, give %s"
                  .formatted(state.progress().step(), totalSteps)));
    }
  }

  private void refuseIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "cannot go on with %s: %s".formatted(file, String.join("; ", problems)));
    }
  }

  /** Names what differs, and of what has parts only the parts that differ. */
  private static void compare(
      String name, @Nullable Object before, @Nullable Object now, List<String> problems) {
    if (Objects.equals(before, now)) {
      return;
    }
    if (before instanceof Record && now instanceof Record && before.getClass() == now.getClass()) {
      for (RecordComponent part : before.getClass().getRecordComponents()) {
        compare(name + "." + part.getName(), value(part, before), value(part, now), problems);
      }
    } else {
      problems.add("%s must stay %s, was %s".formatted(name, before, now));
    }
  }

  private static @Nullable Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's accessors can be called", e);
    }
  }
}
