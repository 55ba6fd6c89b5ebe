package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import io.github.gan4j.benchmarks.run.Samples;
import java.util.ArrayList;
import java.util.List;

/** How long a step takes with the instructions that every processor of the last ten years has. */
final class HaswellSection implements ComparisonSection {
  @Override
  public String name() {
    return "haswell";
  }

  @Override
  public String title() {
    return "Without AVX-512";
  }

  @Override
  public String measure(Lab lab) {
    List<Contender> contenders = new ArrayList<>();
    for (Workload workload : Workload.ALL) {
      contenders.add(openblas(lab, workload));
      contenders.add(vector(lab, workload));
      contenders.add(lab.steps(Side.EAGER, workload));
      contenders.add(eager(lab, workload));
    }
    Results results = lab.run(contenders);
    Table times =
        new Table(
            "ms a step",
            "GAN4J, OpenBLAS, Haswell",
            "GAN4J, Vector API, AVX2",
            "PyTorch eager",
            "PyTorch eager, AVX2");
    Table aims = new Table("", "reach", "GAN4J, OpenBLAS, Haswell", "GAN4J, Vector API, AVX2");
    for (Workload workload : Workload.ALL) {
      Samples openblas = milliseconds(results, openblas(lab, workload));
      Samples vector = milliseconds(results, vector(lab, workload));
      Samples eager = milliseconds(results, lab.steps(Side.EAGER, workload));
      Samples avx2 = milliseconds(results, eager(lab, workload));
      times.row(workload.name(), openblas.text(2), vector.text(2), eager.text(2), avx2.text(2));
      aims.row(
          workload.name() + ": time over PyTorch eager's",
          "at most 0.50",
          openblas.over(eager).text(2),
          vector.over(eager).text(2));
      aims.row(
          workload.name() + ": time over PyTorch eager's with AVX2",
          "",
          openblas.over(avx2).text(2),
          vector.over(avx2).text(2));
    }
    return """
    Haswell is `OPENBLAS_CORETYPE=Haswell`; AVX2 is `-XX:UseAVX=2` for Java, and for PyTorch \
    `ATEN_CPU_CAPABILITY=avx2`, `MKL_ENABLE_INSTRUCTIONS=AVX2` and `ONEDNN_MAX_CPU_ISA=AVX2`.

    %s
    %s
    %s\
    """
        .formatted(times, aims, results.failures());
  }

  private static Contender openblas(Lab lab, Workload workload) {
    return lab.steps(Side.OPENBLAS, workload).with("OPENBLAS_CORETYPE", "Haswell");
  }

  private static Contender vector(Lab lab, Workload workload) {
    return lab.steps(Side.VECTOR, workload).with("JDK_JAVA_OPTIONS", "-XX:UseAVX=2");
  }

  private static Contender eager(Lab lab, Workload workload) {
    return lab.steps(Side.EAGER, workload)
        .with("ATEN_CPU_CAPABILITY", "avx2")
        .with("MKL_ENABLE_INSTRUCTIONS", "AVX2")
        .with("ONEDNN_MAX_CPU_ISA", "AVX2");
  }

  private static Samples milliseconds(Results results, Contender contender) {
    return results.samples(contender, Lab.MILLISECONDS);
  }
}
