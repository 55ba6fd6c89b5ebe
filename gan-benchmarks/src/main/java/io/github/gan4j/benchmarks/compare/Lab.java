package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.child.MatrixRate;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import io.github.gan4j.benchmarks.run.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What sections measure with.
 *
 * @param images the folder for charts, beside the report
 * @param progress is told of each run
 */
record Lab(Commands commands, Effort effort, Path images, Consumer<String> progress) {
  /** The figure of a typical step. */
  static final String MILLISECONDS = "ms_per_step";

  /** The figure of the machine's best rate, in GFLOP/s. */
  static final String RATE = "gflops";

  /** A run that takes longer hangs. */
  static final Duration LIMIT = Duration.ofMinutes(20);

  /** Runs contenders as often as the effort says. */
  Results run(List<Contender> contenders) {
    return run(effort.rounds(), contenders);
  }

  Results run(int rounds, List<Contender> contenders) {
    return new Rounds(rounds, LIMIT, progress).run(contenders);
  }

  /** Runs contenders, and before and after those of a round what measures the machine's rate. */
  Results runWithRate(List<Contender> contenders) {
    List<Contender> all = new ArrayList<>(contenders);
    all.add(0, rate());
    all.add(rate());
    return run(all);
  }

  /** Returns what measures the rate of large matrix products. */
  Contender rate() {
    List<String> products = List.of(Integer.toString(effort.products()));
    return Contender.alone(
        "2048³ matrix product", commands.java(Side.OPENBLAS, MatrixRate.class, products));
  }

  /** Returns what times a run's steps, however long they take. */
  Contender steps(Side side, Workload workload, String... options) {
    return steps(side, workload, effort.steps(), (int) LIMIT.toSeconds(), options);
  }

  /** Returns what times as many of a run's steps as there is time for. */
  Contender stepsInTime(Side side, Workload workload, int most, String... options) {
    return steps(side, workload, most, effort.seconds(), options);
  }

  /** Returns what steps until it is ended. */
  Contender endless(Side side, Workload workload) {
    return steps(side, workload, Integer.MAX_VALUE, (int) LIMIT.toSeconds());
  }

  private Contender steps(Side side, Workload workload, int steps, int seconds, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.add(workload.name());
    arguments.addAll(List.of("--steps", Integer.toString(steps)));
    arguments.addAll(List.of("--warm-up", Integer.toString(effort.warmUp())));
    arguments.addAll(List.of("--seconds", Integer.toString(seconds)));
    arguments.addAll(List.of(options));
    String size = options.length == 0 ? "" : " " + String.join(" ", options);
    return Contender.alone(
        "%s, %s%s".formatted(workload.name(), side.label(), size), commands.steps(side, arguments));
  }
}
