package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.report.ReportFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures GAN4J against PyTorch, section by section, and writes each into the report as soon as it
 * is measured.
 */
@Command(
    name = "compare",
    description = "Measures GAN4J against PyTorch and writes the figures into a report.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"})
public final class Compare implements Callable<Integer> {
  private static final List<ComparisonSection> SECTIONS =
      List.of(
          new StepSection(),
          new ThreadSection(),
          new HaswellSection(),
          new BusySection(),
          new StartUpSection(),
          new MemorySection(),
          new GenerateSection(),
          new HeapSection(),
          SweepSection.ofBatch(),
          SweepSection.ofWidth());

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "the report, which has the markers <!-- comparison:begin --> and ...:end")
  private Path out;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      defaultValue = "python3",
      description = "a Python that has PyTorch (default: ${DEFAULT-VALUE})")
  private String python;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "PyTorch's folder of mnist/ and fashion-mnist/ (default: ${DEFAULT-VALUE})")
  private Path data;

  @Option(
      names = "--peer",
      paramLabel = "FILE",
      defaultValue = "gan-benchmarks/peers/peer_torch.py",
      description = "PyTorch's program (default: ${DEFAULT-VALUE})")
  private Path peer;

  @Option(
      names = {"--program", "--examples"},
      paramLabel = "FILE",
      defaultValue = "gan-cli/target/gan4j/lib/gan-cli.jar",
      description = "the jar of gan-cli (default: ${DEFAULT-VALUE})")
  private Path program;

  @Option(
      names = "--only",
      paramLabel = "SECTION",
      split = ",",
      description =
          "sections to measure, others stay as they are: steps, threads, haswell, busy, startup,"
              + " memory, generate, heap, sweep-batch, sweep-width (default: all)")
  private List<String> only = names();

  @Option(names = "--quick", description = "a few steps of each, to see that it works")
  private boolean quick;

  @Option(names = "--rounds", paramLabel = "N", description = "how often each contender runs")
  private @Nullable Integer rounds;

  @Option(names = "--warm-up", paramLabel = "N", description = "untimed steps before timed ones")
  private @Nullable Integer warmUp;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "the most that timed steps may take where they may be slow")
  private @Nullable Integer seconds;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  Compare() {}

  /** Runs the command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Compare()).setExecutionExceptionHandler(Compare::report);
  }

  @Override
  public Integer call() throws IOException {
    if (!names().containsAll(only)) {
      throw new ParameterException(
          spec.commandLine(), "--only must be of %s, was %s".formatted(names(), only));
    }
    ReportFile report = new ReportFile(out, names());
    report.check();
    PrintWriter err = spec.commandLine().getErr();
    Lab lab =
        new Lab(
            new Commands(python, peer, data, program),
            effort(),
            out.resolveSibling("images"),
            line -> {
              err.println(line);
              err.flush();
            });
    String setting = "%s; %s".formatted(Machine.describe(), Versions.describe(lab));
    int exitCode = 0;
    for (ComparisonSection section : SECTIONS) {
      if (only.contains(section.name())) {
        lab.progress().accept("section " + section.name());
        exitCode = Math.max(exitCode, measure(section, lab, setting, report));
      }
    }
    return exitCode;
  }

  private Effort effort() {
    Effort preset = quick ? Effort.QUICK : Effort.FULL;
    return preset.with(
        Objects.requireNonNullElse(rounds, preset.rounds()),
        Objects.requireNonNullElse(warmUp, preset.warmUp()),
        Objects.requireNonNullElse(seconds, preset.seconds()));
  }

  /** A section that fails says so in its place; the others are still measured. */
  private static int measure(ComparisonSection section, Lab lab, String setting, ReportFile report)
      throws IOException {
    String body;
    int exitCode = 0;
    try {
      body = section.measure(lab);
    } catch (IOException | RuntimeException e) {
      body = "Not measured: " + e;
      exitCode = 1;
    }
    report.put(section.name(), text(section, lab, setting, body));
    return exitCode;
  }

  private static String text(ComparisonSection section, Lab lab, String setting, String body) {
    return """
    ### %s

    %s, %s. Rounds: %s; figures are medians, in brackets the least and the most.

    %s\
    """
        .formatted(
            section.title(),
            LocalDate.now(ZoneId.systemDefault()),
            setting,
            section.rounds(lab.effort()),
            body);
  }

  static List<String> names() {
    return SECTIONS.stream().map(ComparisonSection::name).toList();
  }

  /** What a user can mend is one line; anything else is ours, and shows where it came from. */
  private static int report(Exception e, CommandLine command, CommandLine.ParseResult arguments)
      throws Exception {
    if (!(e instanceof IOException)) {
      throw e;
    }
    command.getErr().println("error: " + e.getMessage());
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
