package io.github.gan4j;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.internal.checkpoint.CheckpointFolder;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.internal.engine.Engines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything starts.
 *
 * <pre>{@code
 * TrainedGan gan = Gan.builder().latentDim(100).mlp(256, 512, 1024).train(Mnist.train());
 * gan.generate(64).grid(8, 8).writePng(Path.of("digits.png"));
 * }</pre>
 */
public final class Gan {
  private Gan() {}

  /**
   * Makes a new engine, which the caller closes: of the kind on the class path, with threads of its
   * own, as each run makes one that is given none. For those who share one between runs, or work
   * with its networks. Models that are {@linkplain TrainedGan#load(Path) loaded} share an engine
   * without it.
   *
   * @throws io.github.gan4j.error.EngineException if there is none that runs here
   */
  public static GanEngine newEngine() {
    return Engines.create();
  }

  /** Returns a builder that holds the defaults. */
  public static GanBuilder builder() {
    return new GanBuilder();
  }

  /**
   * Returns a builder that holds a configuration. A loss of the user's own must be given to it
   * again: a configuration holds its name alone.
   */
  public static GanBuilder builder(GanConfig config) {
    return new GanBuilder(Arguments.notNull("config", config));
  }

  /**
   * Returns a builder that goes on with a run that saved its state ({@link
   * GanBuilder#checkpoints}). Give it the same dataset, engine and listeners again, and a loss of
   * your own. {@code epochs} is the total, and the only setting that may change. The same machine
   * and number of threads compute the same bits as an uninterrupted run would have.
   *
   * @param fileOrFolder a checkpoint, or a folder of them, whose newest is taken
   * @throws io.github.gan4j.error.ModelFormatException if the file is no checkpoint, or damaged
   * @throws IOException if there is none, or it cannot be read
   */
  public static GanBuilder resume(Path fileOrFolder) throws IOException {
    Resumption resumption = Resumption.read(Arguments.notNull("fileOrFolder", fileOrFolder));
    return new GanBuilder(resumption.state().config(), resumption);
  }

  /**
   * Does the same with a configuration that must be the run's, but for its epochs: what differs is
   * refused when the run goes on.
   *
   * @throws io.github.gan4j.error.ModelFormatException if the file is no checkpoint, or damaged
   * @throws IOException if there is none, or it cannot be read
   */
  public static GanBuilder resume(Path fileOrFolder, GanConfig config) throws IOException {
    Arguments.notNull("fileOrFolder", fileOrFolder);
    return new GanBuilder(Arguments.notNull("config", config), Resumption.read(fileOrFolder));
  }

  /**
   * Returns the newest checkpoint in a folder, if it holds any: the one that {@link #resume(Path)
   * resume} and {@link TrainedGan#load(Path) load} read there.
   *
   * @throws IOException if the folder cannot be read
   */
  public static Optional<Path> newestCheckpoint(Path folder) throws IOException {
    return CheckpointFolder.newestIn(Arguments.notNull("folder", folder));
  }
}
