package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.run.Child;
import io.github.gan4j.benchmarks.run.PrintedFigures;
import io.github.gan4j.benchmarks.run.Program;
import io.github.gan4j.benchmarks.run.ProgramException;

/** Which versions are compared. */
final class Versions {
  private Versions() {}

  /** Asks the programs and returns a line. */
  static String describe(Lab lab) {
    return "JDK %s, %s, %s".formatted(Runtime.version(), openblas(lab), torch(lab));
  }

  private static String openblas(Lab lab) {
    try {
      // At 2, OpenBLAS tells which kernels it chose.
      Program program = lab.rate().program().with("OPENBLAS_VERBOSE", "2");
      PrintedFigures figures = Child.run(program, Lab.LIMIT);
      return "OpenBLAS %s (kernels %s)"
          .formatted(
              figures.text("openblas").orElse("unknown"),
              figures.remark("Core: ").orElse("unknown"));
    } catch (ProgramException e) {
      return "OpenBLAS unknown (%s)".formatted(e.getMessage());
    }
  }

  private static String torch(Lab lab) {
    try {
      PrintedFigures figures = Child.run(lab.commands().torchVersion(), Lab.LIMIT);
      return "PyTorch " + figures.text("torch").orElse("unknown");
    } catch (ProgramException e) {
      return "PyTorch unknown (%s)".formatted(e.getMessage());
    }
  }
}
