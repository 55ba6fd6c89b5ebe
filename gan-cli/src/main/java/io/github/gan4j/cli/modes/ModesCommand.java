package io.github.gan4j.cli.modes;

import io.github.gan4j.cli.argument.FileChecks;
import io.github.gan4j.cli.argument.Numbers;
import io.github.gan4j.datasets.GaussianMixture;
import io.github.gan4j.report.points.ScatterPlot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares losses and penalties on Gaussians whose places are known. */
@Command(
    name = "modes",
    description = {
      "Trains small GANs on Gaussians in the plane, one for each loss or penalty, and shows which"
          + " of the Gaussians each of them finds."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ModesCommand implements Callable<Integer> {
  private static final int SHOWN = 2_500;
  private static final int MOST_COLUMNS = 4;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "grid|ring",
      description = "25 Gaussians in a grid, or 8 in a ring (default: grid)",
      completionCandidates = Mixtures.class)
  private String data = "grid";

  @Option(
      names = "--methods",
      paramLabel = "NAME",
      split = ",",
      description = "what to compare (default: everything): ${COMPLETION-CANDIDATES}",
      completionCandidates = Names.class)
  private @Nullable List<String> methods;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "how many steps each is given (default: 25000)",
      converter = Numbers.FromOne.class)
  private int steps = 25_000;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "give each as many steps as it does in so many seconds instead")
  private @Nullable Double seconds;

  @Option(
      names = "--seeds",
      paramLabel = "S",
      split = ",",
      description = "a run for each (default: 1)",
      converter = Numbers.Any.class)
  private List<Long> seeds = List.of(1L);

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "the picture, a PNG")
  private Path out;

  /** What the data are called. */
  static final class Mixtures extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Mixtures() {
      super(List.of("grid", "ring"));
    }
  }

  /** What methods are called. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Names() {
      super(ToyMethod.ALL.stream().map(ToyMethod::name).toList());
    }
  }

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  public ModesCommand() {}

  @Override
  public Integer call() throws IOException {
    List<ToyMethod> chosen = chosen();
    if (seconds != null && !(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new ParameterException(
          spec.commandLine(), "--seconds must be positive and finite, was " + seconds);
    }
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new ParameterException(spec.commandLine(), "--out must end in .png, was " + out);
    }
    GaussianMixture mixture = mixture();
    FileChecks.out(out);
    // A row a method, or as many as fit.
    int columns = seeds.size() > 1 ? Math.min(seeds.size(), MOST_COLUMNS) : MOST_COLUMNS;
    ScatterPlot plot = new ScatterPlot(new ToyRun(mixture, 1).real(SHOWN), columns);
    PrintWriter console = spec.commandLine().getOut();
    console.printf(Locale.ROOT, "%-40s %5s %7s %8s %7s%n", "", "seed", "steps", "seconds", "modes");
    for (ToyMethod method : chosen) {
      for (long seed : seeds) {
        ToyRun run = new ToyRun(mixture, seed);
        long count = seconds == null ? steps : run.stepsWithin(method, seconds);
        ToyRun.Result result = run.train(method, count);
        String found =
            String.format(
                Locale.ROOT,
                "%d of %d modes, %.1f%% within 3 sigma",
                result.coverage().modes(),
                mixture.modes(),
                100 * result.coverage().highQualityShare());
        console.printf(
            Locale.ROOT,
            "%-40s %5d %7d %8.0f %s%n",
            method.title(),
            seed,
            result.steps(),
            result.seconds(),
            found);
        console.flush();
        String which = seeds.size() > 1 ? "seed " + seed + ": " : "";
        plot.add(method.title(), which + found, first(result.points()));
      }
    }
    plot.writePng(out);
    console.printf(Locale.ROOT, "wrote %s%n", out);
    console.flush();
    return 0;
  }

  private GaussianMixture mixture() {
    return switch (data) {
      case "grid" -> GaussianMixture.gridOf25();
      case "ring" -> GaussianMixture.ringOf8();
      default ->
          throw new ParameterException(
              spec.commandLine(), "--data must be one of grid, ring, was " + data);
    };
  }

  private static float[] first(float[] points) {
    return Arrays.copyOf(points, Math.min(points.length, 2 * SHOWN));
  }

  private List<ToyMethod> chosen() {
    if (methods == null) {
      return ToyMethod.ALL;
    }
    List<ToyMethod> chosen = new ArrayList<>();
    for (String name : methods) {
      chosen.add(
          ToyMethod.ALL.stream()
              .filter(method -> method.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "--methods must be some of %s, held %s"
                              .formatted(String.join(", ", new Names()), name))));
    }
    return chosen;
  }
}
