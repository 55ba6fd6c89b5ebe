package io.github.gan4j.report.internal;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.image.Images;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import io.github.gan4j.training.TrainingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run of batches of 10 whose steps the test makes. Image i of its generator is grey i + step, or
 * 20 · class + latent vector + step; those of its dataset go from grey 190 to 254, of each class in
 * turn.
 */
public final class FakeRun implements Run {
  public final List<Long> seeds = new ArrayList<>();
  public String datasetName = "squares";
  public AdversarialLoss loss = Losses.nonSaturating();
  public long maxSteps = Long.MAX_VALUE;
  public List<String> classNames = List.of();
  public Consumer<GanBuilder> setUp = builder -> {};

  /** What the steps and epochs to come tell beside their losses. */
  public double penalty;

  public double discriminatorClassLoss;
  public double generatorClassLoss;
  private final TrainingListener listener;
  private final int epochs;
  private final int stepsPerEpoch;
  public ImageShape shape = ImageShape.grey(2, 2);
  private long step;
  private long resumedAfter;
  private final List<RollBack> rollBacks = new ArrayList<>();

  public FakeRun(TrainingListener listener, int epochs, int stepsPerEpoch) {
    this.listener = listener;
    this.epochs = epochs;
    this.stepsPerEpoch = stepsPerEpoch;
  }

  /** Returns which image of a dataset of some size has a grey. */
  public static int numberOf(int grey, int size) {
    return Math.round((grey - 190) * size / 64f);
  }

  public FakeRun start() {
    listener.onRunStarted(this);
    return this;
  }

  /** Goes on after so many steps, as a run does that was resumed. */
  public FakeRun resume(long after, byte[] state) {
    step = after;
    resumedAfter = after;
    ((ResumableListener) listener).onRunResumed(this, state);
    return this;
  }

  /** Diverges in the next step and goes back to a state, as a run does that may. */
  public FakeRun goBack(long to, byte[] state) {
    RollBack rollBack = new RollBack(step + 1, "the generator's loss", to, 0.5);
    rollBacks.add(rollBack);
    step = to;
    resumedAfter = to;
    listener.onRolledBack(this, rollBack);
    if (listener instanceof ResumableListener resumable) {
      resumable.onRunResumed(this, state);
    }
    return this;
  }

  @Override
  public AdversarialLoss loss() {
    return Losses.byName(config().objective().loss()).orElseThrow();
  }

  @Override
  public List<RollBack> rollBacks() {
    return rollBacks;
  }

  @Override
  public long resumedAfter() {
    return resumedAfter;
  }

  public FakeRun steps(int count) {
    for (int i = 0; i < count; i++) {
      step(0.5, 0.25, 1);
    }
    return this;
  }

  /** Does a step and, if it is the epoch's last, ends the epoch with losses 7 and 8. */
  public FakeRun step(double discriminatorReal, double discriminatorFake, double generator) {
    step++;
    int epoch = (int) ((step - 1) / stepsPerEpoch) + 1;
    listener.onLoss(
        new LossEvent(
            this,
            step,
            epoch,
            discriminatorReal,
            discriminatorFake,
            penalty,
            generator,
            0.75,
            1e-7,
            discriminatorClassLoss,
            generatorClassLoss,
            1e-3,
            2e-3));
    if (step % stepsPerEpoch == 0) {
      listener.onEpoch(
          new EpochEvent(
              this,
              new EpochSummary(
                  epoch,
                  step,
                  7,
                  8,
                  0.5,
                  0.5,
                  penalty,
                  discriminatorClassLoss,
                  generatorClassLoss,
                  1e-3,
                  2e-3),
              1));
    }
    return this;
  }

  public void end(Outcome outcome) {
    end(outcome, outcome == Outcome.FAILED ? new IllegalStateException("a <fuse> blew") : null);
  }

  /** Ends as a run does whose loss became infinite in the next step. */
  public void diverge() {
    end(
        Outcome.FAILED,
        new TrainingDivergedException(
            step + 1, Double.POSITIVE_INFINITY, Double.NaN, "the discriminator's loss"));
  }

  private void end(Outcome outcome, @Nullable Throwable failure) {
    listener.onRunEnded(new RunEndedEvent(this, outcome, step, Duration.ofSeconds(100), failure));
  }

  @Override
  public GanConfig config() {
    GanBuilder builder = Gan.builder().batchSize(10).epochs(epochs).loss(loss);
    setUp.accept(builder);
    return builder.config();
  }

  @Override
  public Dataset dataset() {
    return new Dataset() {
      @Override
      public String name() {
        return datasetName;
      }

      @Override
      public int size() {
        return 10 * stepsPerEpoch;
      }

      @Override
      public ImageShape shape() {
        return shape;
      }

      @Override
      public int classes() {
        return classNames.size();
      }

      @Override
      public List<String> classNames() {
        return classNames;
      }

      @Override
      public int label(int index) {
        return index % classNames.size();
      }

      @Override
      public void read(int index, float[] into, int offset) {
        Arrays.fill(into, offset, offset + shape.size(), (190 + 64f * index / size()) / 127.5f - 1);
      }
    };
  }

  @Override
  public String engine() {
    return "fake engine";
  }

  @Override
  public int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  @Override
  public long totalSteps() {
    return Math.min(maxSteps, (long) epochs * stepsPerEpoch);
  }

  @Override
  public Generator generator() {
    return new Generator() {
      @Override
      public int latentDim() {
        return 1;
      }

      @Override
      public ImageShape shape() {
        return shape;
      }

      @Override
      public int parameterCount() {
        return 1;
      }

      @Override
      public int classes() {
        Conditioning conditioning = config().objective().conditioning();
        return conditioning == null ? 0 : conditioning.classes();
      }

      @Override
      public Images generate(int count, long seed) {
        seeds.add(seed);
        return images(count, i -> i + step);
      }

      @Override
      public float[][] latents(int count, long seed) {
        seeds.add(seed);
        float[][] latents = new float[count][1];
        for (int i = 0; i < count; i++) {
          latents[i][0] = i;
        }
        return latents;
      }

      /** Makes grey 20 · class + latent + step. */
      @Override
      public Images decode(float[][] latents, int[] labels) {
        return images(latents.length, i -> 20L * labels[i] + (long) latents[i][0] + step);
      }

      private Images images(int count, IntToLongFunction grey) {
        float[] values = new float[count * shape.size()];
        for (int i = 0; i < count; i++) {
          float value = grey.applyAsLong(i) / 127.5f - 1;
          Arrays.fill(values, i * shape.size(), (i + 1) * shape.size(), value);
        }
        return Images.of(shape, values);
      }

      @Override
      public Generator truncated(double threshold) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Images decode(float[][] latents) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public Discriminator discriminator() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void requestStop() {
    throw new UnsupportedOperationException();
  }
}
