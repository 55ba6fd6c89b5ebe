package io.github.gan4j;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.internal.checkpoint.CheckpointFolder;
import io.github.gan4j.internal.engine.EngineLease;
import io.github.gan4j.internal.engine.Engines;
import io.github.gan4j.internal.file.ModelFile;
import io.github.gan4j.internal.file.ModelState;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.network.EngineDiscriminator;
import io.github.gan4j.internal.network.EngineGenerator;
import io.github.gan4j.internal.network.Inverter;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import io.github.gan4j.model.Inversion;
import io.github.gan4j.model.InversionResult;
import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.training.History;
import io.github.gan4j.training.ListenerFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A trained generator with its discriminator, the configuration that made them, and the history of
 * the run. Its values never change. Thread-safe.
 *
 * <p>Closing one frees its networks at once; one that is forgotten is freed by the garbage
 * collector. What a closed one knows can still be asked and {@linkplain #save saved}; it makes and
 * judges no images, and says so with an {@link IllegalStateException}.
 */
@CheckReturnValue
public final class TrainedGan implements AutoCloseable {
  private final ModelState state;
  private final List<ListenerFailure> listenerFailures;
  private final EngineLease lease;
  private @Nullable Network generatorNetwork;
  private @Nullable Network discriminatorNetwork;
  private @Nullable Generator generator;
  private @Nullable Discriminator discriminator;
  private boolean closed;

  TrainedGan(ModelState state, List<ListenerFailure> listenerFailures, EngineLease lease) {
    this.state = state;
    this.listenerFailures = listenerFailures;
    this.lease = lease;
  }

  /**
   * Reads one from a file that {@link #save} wrote, or from a run's checkpoint, for the engine on
   * the class path. A checkpoint gives what {@link Trainer#snapshot} gave after its step: the
   * generator is the running average, and history and dataset come with it.
   *
   * <p>All that are read so share one engine and its threads. It is made for the first, as system
   * properties say at that moment, and closed with the last.
   *
   * @param fileOrFolder a model, a checkpoint, or a folder of checkpoints, whose newest is read
   * @throws io.github.gan4j.error.ModelFormatException if the file is no model and no checkpoint
   * @throws io.github.gan4j.error.EngineException if there is no engine that runs here
   * @throws IOException if the file cannot be read, or the folder holds no checkpoint
   */
  public static TrainedGan load(Path fileOrFolder) throws IOException {
    Arguments.notNull("fileOrFolder", fileOrFolder);
    ModelState state = ModelFile.read(CheckpointFolder.newest(fileOrFolder));
    return new TrainedGan(state, List.of(), Engines.share());
  }

  /**
   * Reads one from a file that {@link #save} wrote, or from a run's checkpoint, for an engine that
   * the caller closes.
   *
   * @param fileOrFolder a model, a checkpoint, or a folder of checkpoints, whose newest is read
   * @throws io.github.gan4j.error.ModelFormatException if the file is no model and no checkpoint
   * @throws IOException if the file cannot be read, or the folder holds no checkpoint
   */
  public static TrainedGan load(Path fileOrFolder, GanEngine engine) throws IOException {
    Arguments.notNull("fileOrFolder", fileOrFolder);
    Arguments.notNull("engine", engine);
    return new TrainedGan(
        ModelFile.read(CheckpointFolder.newest(fileOrFolder)),
        List.of(),
        EngineLease.borrowed(engine));
  }

  /**
   * Makes new images, others at each call.
   *
   * @param count at least 1
   */
  public Images generate(int count) {
    return generate(count, ThreadLocalRandom.current().nextLong());
  }

  /**
   * Makes images from latent vectors drawn with a seed. The same seed and count give the same
   * images to the bit on the same machine with the same engine and number of threads; more images
   * begin with the fewer, up to rounding.
   *
   * @param count at least 1
   */
  public Images generate(int count, long seed) {
    return generator().generate(count, seed);
  }

  /**
   * Makes images of one class from latent vectors drawn with a seed.
   *
   * @param count at least 1
   * @param label from 0 to {@code generator().classes() - 1}
   * @throws IllegalArgumentException if there is no such class
   */
  public Images generate(int count, long seed, int label) {
    return generator().ofClass(label).generate(count, seed);
  }

  /** Returns the generator, usable until this is closed. */
  public synchronized Generator generator() {
    checkOpen();
    if (generator == null) {
      Network network =
          network(NetworkSpecs.generator(state.config(), state.shape()), state.generator());
      generatorNetwork = network;
      generator =
          new EngineGenerator(lease.engine(), network, state.config(), state.shape(), () -> {});
    }
    return generator;
  }

  /** Returns the discriminator, usable until this is closed. */
  public synchronized Discriminator discriminator() {
    checkOpen();
    if (discriminator == null) {
      Network network =
          network(NetworkSpecs.discriminator(state.config(), state.shape()), state.discriminator());
      discriminatorNetwork = network;
      discriminator =
          new EngineDiscriminator(lease.engine(), network, state.config(), state.shape(), () -> {});
    }
    return discriminator;
  }

  /**
   * Returns the layers and values of the generator, for programs that compute with them elsewhere.
   * The values are the running average, unless the run had none; those of a run's generator without
   * its average are {@link Trainer#generatorNetwork()}. Works after {@link #close} as it does
   * before.
   *
   * <p>A row of its input is the latent vector, {@code config().latent().dim()} numbers, and for a
   * conditional generator then one number a class: 1 for the class of the image, 0 for the others.
   * A row of its output is an image as {@link ImageShape} orders it, whose values are normalised
   * pixels: {@code (pixel - mean) / std} with pixels from 0 for black to 1 for white and {@code
   * config().normalization()}. With the default mean and deviation of 0.5 they are those of {@link
   * Images}, from -1 to 1.
   */
  public TrainedNetwork generatorNetwork() {
    return trainedNetwork(NetworkSpecs.generator(state.config(), state.shape()), state.generator());
  }

  /**
   * Returns the layers and values of the discriminator, for programs that compute with them
   * elsewhere. Works after {@link #close} as it does before.
   *
   * <p>A row of its input is an image, normalised as {@link #generatorNetwork()} says, or {@code
   * config().discriminator().packing()} images one after the other; then, conditioned by
   * concatenation, one number a class, 1 or 0; then, with minibatch standard deviation, that
   * number. A row of its output is a logit, above 0 for "rather real"; then, with an auxiliary
   * classifier, a score a class, and with projection what is added to the logit of an image of each
   * class.
   */
  public TrainedNetwork discriminatorNetwork() {
    return trainedNetwork(
        NetworkSpecs.discriminator(state.config(), state.shape()), state.discriminator());
  }

  /**
   * Finds latent vectors that the generator makes given images of, as nearly as it can, with the
   * default settings.
   *
   * @param images at least one, of this GAN's shape and finite values
   * @throws IllegalArgumentException if the images are others
   * @throws io.github.gan4j.error.EngineException if the engine cannot train, which gives the
   *     gradients that the inversion follows
   */
  public InversionResult invert(Images images) {
    return invert(images, Inversion.defaults());
  }

  /**
   * Finds latent vectors that the generator makes given images of, as nearly as it can.
   *
   * <p>Vectors keep to where the generator was trained: normal ones to a length that one in a
   * thousand exceeds, uniform ones to their cube, those of the sphere to the sphere. What remains
   * of an image that this generator made itself comes near to 0 with the number of steps; how much
   * remains of a real image tells how well the generator covers it. With classes, each is searched,
   * and the nearest one counts.
   *
   * <p>The same images, settings and engine give the same vectors on the same machine and number of
   * threads.
   *
   * @param images at least one, of this GAN's shape and finite values
   * @throws IllegalArgumentException if the images are others
   * @throws io.github.gan4j.error.EngineException if the engine cannot train, which gives the
   *     gradients that the inversion follows
   */
  public InversionResult invert(Images images, Inversion inversion) {
    Arguments.notNull("images", images);
    Arguments.notNull("inversion", inversion);
    Generator maker = generator();
    NetworkState values = state.generator();
    Inverter.Result found =
        new Inverter(lease.engine(), config(), shape(), values.parameters(), values.buffers())
            .invert(images, inversion);
    Images made =
        maker.classes() == 0
            ? maker.decode(found.latents())
            : maker.decode(found.latents(), found.labels());
    return new InversionResult(found.latents(), found.labels(), made, images);
  }

  /** Returns the configuration of the run. */
  public GanConfig config() {
    return state.config();
  }

  /** Returns the shape of an image. */
  public ImageShape shape() {
    return state.shape();
  }

  /** Returns what it was trained on, with the names of its classes. */
  public DatasetFingerprint dataset() {
    return state.dataset();
  }

  /**
   * Returns the label of a class by its name, as {@code dataset().classNames()} has it. For {@link
   * #generate(int, long, int)}, if {@code generator().classes()} is not 0.
   *
   * @throws IllegalArgumentException if no class is called so
   */
  public int label(String className) {
    Arguments.notNull("className", className);
    List<String> names = dataset().classNames();
    int label = names.indexOf(className);
    if (label < 0) {
      throw new IllegalArgumentException(
          "className must be one of %s, was %s".formatted(names, className));
    }
    return label;
  }

  /** Returns what the run found, epoch by epoch. */
  public History history() {
    return state.history();
  }

  /**
   * Returns the first failure of each of the run's listeners that threw an exception, in the order
   * in which they came; empty if none did, and of a GAN that was loaded.
   */
  public List<ListenerFailure> listenerFailures() {
    return listenerFailures;
  }

  /**
   * Writes both players, the configuration and the history to a safetensors file, whole or not at
   * all; an existing file is replaced. Works after {@link #close} as it does before.
   *
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    ModelFile.write(Arguments.notNull("file", file), state);
  }

  /** Frees the networks. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (generatorNetwork != null) {
      generatorNetwork.close();
    }
    if (discriminatorNetwork != null) {
      discriminatorNetwork.close();
    }
    lease.close();
  }

  /** Returns what it makes, what it was trained on and for how long. */
  @Override
  public synchronized String toString() {
    int epochs = history().epochs().size();
    Conditioning conditioning = config().objective().conditioning();
    return "GAN of %s images%s, trained for %s %s on %s%s"
        .formatted(
            shape(),
            conditioning == null ? "" : " of %s classes".formatted(conditioning.classes()),
            epochs,
            epochs == 1 ? "epoch" : "epochs",
            dataset().name(),
            closed ? ", closed" : "");
  }

  private static TrainedNetwork trainedNetwork(NetworkSpec spec, NetworkState values) {
    return new TrainedNetwork(spec, values.parameters(), values.buffers());
  }

  private Network network(NetworkSpec spec, NetworkState values) {
    Network network = lease.engine().network(spec);
    network.parameters().copyFrom(values.parameters());
    network.buffers().copyFrom(values.buffers());
    return network;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("this GAN is closed");
    }
  }
}
