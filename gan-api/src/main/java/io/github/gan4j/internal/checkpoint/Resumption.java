package io.github.gan4j.internal.checkpoint;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.file.CheckpointFile;
import io.github.gan4j.internal.file.CheckpointState;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A run to go on with.
 *
 * @param file where it was saved
 * @param state what it was
 */
public record Resumption(Path file, CheckpointState state) {
  /** A total: a run may become longer. */
  private static final String EPOCHS = "epochs";

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
  public void check(GanConfig config, Dataset data) {
    List<String> problems = new ArrayList<>();
    for (RecordComponent component : GanConfig.class.getRecordComponents()) {
      Object before = value(component, state.config());
      Object now = value(component, config);
      if (!component.getName().equals(EPOCHS) && !Objects.equals(before, now)) {
        problems.add("%s must stay %s, was %s".formatted(component.getName(), before, now));
      }
    }
    if (!data.shape().equals(state.shape())) {
      problems.add(
          "images of dataset %s must be of %s, are of %s"
              .formatted(data.name(), state.shape(), data.shape()));
    }
    if (data.size() != state.progress().images()) {
      problems.add(
          "dataset %s must have %d images, has %d"
              .formatted(data.name(), state.progress().images(), data.size()));
    }
    refuseIfAny(problems);
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
              "epochs and maxSteps must give at least the %d steps that are done, give %d"
                  .formatted(state.progress().step(), totalSteps)));
    }
  }

  private void refuseIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "cannot go on with %s: %s".formatted(file, String.join("; ", problems)));
    }
  }

  private static Object value(RecordComponent component, GanConfig config) {
    try {
      return component.getAccessor().invoke(config);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's accessors can be called", e);
    }
  }
}
