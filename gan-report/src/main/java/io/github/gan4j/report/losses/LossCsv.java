package io.github.gan4j.report.losses;

import io.github.gan4j.report.internal.StateBytes;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A listener that writes losses and discriminator outputs of each step to a CSV file: UTF-8, a
 * header, and a line a step with as many digits as a float needs.
 *
 * <table>
 *   <caption>Its columns</caption>
 *   <tr><th>column</th><th>what</th></tr>
 *   <tr><td>{@code step}, {@code epoch}</td><td>from 1 on</td></tr>
 *   <tr><td>{@code discriminator}</td><td>{@link LossEvent#discriminator}, real plus fake</td></tr>
 *   <tr><td>{@code generator}</td><td>{@link LossEvent#generator}</td></tr>
 *   <tr><td>{@code discriminator_real}, {@code discriminator_fake}</td>
 *       <td>{@link LossEvent#discriminatorReal}, {@link LossEvent#discriminatorFake}</td></tr>
 *   <tr><td>{@code real_probability}, {@code fake_probability}</td>
 *       <td>{@link LossEvent#realProbability}, {@link LossEvent#fakeProbability}</td></tr>
 *   <tr><td>{@code penalty}</td><td>{@link LossEvent#penalty}; 0 where none was due</td></tr>
 *   <tr><td>{@code discriminator_class}, {@code generator_class}</td>
 *       <td>{@link LossEvent#discriminatorClassLoss}, {@link LossEvent#generatorClassLoss}; 0
 *       without an auxiliary classifier</td></tr>
 *   <tr><td>{@code discriminator_rate}, {@code generator_rate}</td>
 *       <td>the learning rates in the step</td></tr>
 * </table>
 *
 * <p>The file is on disk up to the last epoch's end, and wholly when the run has ended. If it
 * cannot be written any more, the listener throws once and then leaves the file alone: a file that
 * ends early is better than one with a gap.
 *
 * <p>For one run at a time, on the thread that trains; a further run of the same listener goes on
 * in the same file.
 */
public final class LossCsv implements ResumableListener {
  private static final int STATE_VERSION = 1;
  private static final String HEADER =
      "step,epoch,discriminator,generator,discriminator_real,discriminator_fake,"
          + "real_probability,fake_probability,penalty,discriminator_class,generator_class,"
          + "discriminator_rate,generator_rate\n";

  private final RunFile file;
  private final StringBuilder line = new StringBuilder();

  private LossCsv(RunFile file) {
    this.file = file;
  }

  /**
   * Returns a listener that writes to a new file. The file, and its folder if there is none, are
   * made when a run starts.
   *
   * @throws UncheckedIOException at once if the file exists or its folder cannot be written
   */
  public static LossCsv writeTo(Path file) {
    return new LossCsv(new RunFile("losses", file));
  }

  /**
   * Returns a listener for a run that is resumed: it goes on in a file that exists, after cutting
   * off the steps that are done again. Without such a file it makes one.
   *
   * @throws UncheckedIOException at once if the file or its folder cannot be written
   */
  public static LossCsv continueIn(Path file) {
    return new LossCsv(RunFile.continued("losses", file));
  }

  /**
   * Opens the file.
   *
   * @throws UncheckedIOException if it cannot be written or was made by somebody else meanwhile
   */
  @Override
  public void onRunStarted(Run run) {
    if (file.open()) {
      file.append(HEADER);
      file.flush();
    }
  }

  @Override
  public byte[] state() {
    return StateBytes.write(STATE_VERSION, out -> out.writeLong(file.length()));
  }

  /**
   * Opens the file as it was.
   *
   * @throws UncheckedIOException if it is shorter than it was, or cannot be written
   */
  @Override
  public void onRunResumed(Run run, byte[] state) {
    StateBytes.read(
        "losses",
        STATE_VERSION,
        state,
        in -> {
          long length = in.readLong();
          if (length >= 0 && Files.exists(file.path())) {
            file.reopen(length);
          } else {
            onRunStarted(run);
          }
        });
  }

  @Override
  public void onLoss(LossEvent event) {
    line.setLength(0);
    line.append(event.step()).append(',').append(event.epoch());
    append(event.discriminator());
    append(event.generator());
    append(event.discriminatorReal());
    append(event.discriminatorFake());
    append(event.realProbability());
    append(event.fakeProbability());
    append(event.penalty());
    append(event.discriminatorClassLoss());
    append(event.generatorClassLoss());
    append(event.discriminatorRate());
    append(event.generatorRate());
    line.append('\n');
    file.append(line);
  }

  @Override
  public void onEpoch(EpochEvent event) {
    file.flush();
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    file.close();
  }

  @Override
  public String toString() {
    return "LossCsv[" + file.path() + "]";
  }

  /** Java's own notation, as in 1.0E-5, which does not depend on the locale. */
  private void append(double value) {
    line.append(',').append((float) value);
  }
}
