package io.github.gan4j;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a run and starts it.
 *
 * <p>Each method checks its own argument at once and throws an {@link IllegalArgumentException}
 * that names the field, the rule and the value; {@link #config()}, and what starts a run, check the
 * whole. Not thread-safe; may start several runs.
 */
public final class GanBuilder extends ConfigBuilder<GanBuilder> {
  private long maxSteps = Long.MAX_VALUE;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private ConfigWording wording = ConfigWording.builder();
  private @Nullable GanEngine engine;
  private @Nullable Checkpoints checkpoints;
  private @Nullable RollBacks rollBacks;
  private final @Nullable Resumption resumption;

  GanBuilder() {
    this(GanDefaults.CONFIG);
  }

  GanBuilder(GanConfig config) {
    this(config, null);
  }

  GanBuilder(GanConfig config, @Nullable Resumption resumption) {
    super(config);
    this.resumption = resumption;
  }

  @Override
  GanBuilder self() {
    return this;
  }

  /** Ends a run after this many steps, at least 1, even if epochs are left. */
  @CanIgnoreReturnValue
  public GanBuilder maxSteps(long maxSteps) {
    if (maxSteps < 1) {
      throw new IllegalArgumentException("maxSteps must be at least 1, was " + maxSteps);
    }
    this.maxSteps = maxSteps;
    return this;
  }

  /** Adds a listener; listeners are told in the order in which they were added. */
  @CanIgnoreReturnValue
  public GanBuilder listener(TrainingListener listener) {
    listeners.add(Arguments.notNull("listener", listener));
    return this;
  }

  /** Adds a listener to each step's losses. */
  @CanIgnoreReturnValue
  public GanBuilder onLoss(Consumer<? super LossEvent> listener) {
    Arguments.notNull("listener", listener);
    return listener(
        new TrainingListener() {
          @Override
          public void onLoss(LossEvent event) {
            listener.accept(event);
          }

          @Override
          public String toString() {
            return listener.toString();
          }
        });
  }

  /** Adds a listener to each epoch's end. */
  @CanIgnoreReturnValue
  public GanBuilder onEpoch(Consumer<? super EpochEvent> listener) {
    Arguments.notNull("listener", listener);
    return listener(
        new TrainingListener() {
          @Override
          public void onEpoch(EpochEvent event) {
            listener.accept(event);
          }

          @Override
          public String toString() {
            return listener.toString();
          }
        });
  }

  /**
   * Uses this engine, which the caller closes after the run and what came of it. Unless this is
   * called, the engine on the class path is used.
   */
  @CanIgnoreReturnValue
  public GanBuilder engine(GanEngine engine) {
    this.engine = Arguments.notNull("engine", engine);
    return this;
  }

  /** Saves the run's state now and then, so that {@link Gan#resume} can go on with it. */
  @CanIgnoreReturnValue
  public GanBuilder checkpoints(Checkpoints checkpoints) {
    this.checkpoints = Arguments.notNull("checkpoints", checkpoints);
    return this;
  }

  /**
   * Lets a run that diverges go back to its newest saved state and on from there with smaller
   * learning rates, instead of ending. A run that diverges again before it has saved another state
   * goes back one more, and deletes the one that led there. Needs {@link #checkpoints}; a run that
   * has none yet saves its first state before its first step. A run that is resumed counts, and
   * slows down, from where it was.
   *
   * @param most how often a run may go back, at least 1; when it diverges after that it ends
   * @param rateFactor what learning rates are multiplied by each time, in (0, 1]
   */
  @CanIgnoreReturnValue
  public GanBuilder rollBacks(int most, double rateFactor) {
    if (!(rateFactor > 0 && rateFactor <= 1)) {
      throw new IllegalArgumentException("rateFactor must be in (0, 1], was " + rateFactor);
    }
    rollBacks = new RollBacks(most, rateFactor);
    return this;
  }

  /** Sets how logged warnings name fields; unless this is called, as calls of this builder. */
  @CanIgnoreReturnValue
  public GanBuilder wording(ConfigWording wording) {
    this.wording = Arguments.notNull("wording", wording);
    return this;
  }

  /**
   * Returns a trainer at the start of a run, for those who want to step it themselves. Logs the
   * warnings of {@link io.github.gan4j.config.GanConfigValidator}, and those about the data:
   * classes without images, pixels that do not seem to be in [-1, 1].
   *
   * @throws IllegalArgumentException if two settings, or a setting and the data, contradict each
   *     other
   * @throws io.github.gan4j.error.EngineException if there is no engine that runs here, or no room
   *     for the networks in its memory or on the heap
   */
  public Trainer trainer(Dataset data) {
    Arguments.notNull("data", data);
    return new RunSetup(validation(), requireLoss(), data)
        .start(
            new RunOptions(
                maxSteps, List.copyOf(listeners), wording, checkpoints, rollBacks, resumption),
            engine);
  }

  /**
   * Trains to the end of the run and returns what came of it.
   *
   * @throws IllegalArgumentException if two settings, or a setting and the data, contradict each
   *     other
   * @throws io.github.gan4j.error.EngineException if there is no engine that runs here, or no room
   *     for the networks in its memory or on the heap
   * @throws io.github.gan4j.error.TrainingDivergedException if a loss, a gradient or a weight
   *     becomes infinite or NaN
   */
  public TrainedGan train(Dataset data) {
    try (Trainer trainer = trainer(data)) {
      return trainer.train();
    }
  }
}
