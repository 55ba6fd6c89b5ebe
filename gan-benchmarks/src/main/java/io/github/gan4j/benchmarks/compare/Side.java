package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.cpu.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The programs that are compared, each in the ways in which its users run it. */
enum Side {
  VECTOR("GAN4J, Vector API", Kernels.VECTOR),
  OPENBLAS("GAN4J, OpenBLAS", Kernels.OPENBLAS),
  BFLOAT16("GAN4J, bfloat16", Kernels.BFLOAT16),
  EAGER("PyTorch eager", null),
  FUSED("PyTorch fused", null),
  COMPILE("PyTorch compile", null);

  private final String label;
  private final @Nullable Kernels kernels;

  Side(String label, @Nullable Kernels kernels) {
    this.label = label;
    this.kernels = kernels;
  }

  /** Returns the sides that are GAN4J. */
  static List<Side> gan4j() {
    return Arrays.stream(values()).filter(Side::isGan4j).toList();
  }

  /** Returns the sides that are GAN4J, and PyTorch as most use it. */
  static List<Side> gan4jAndEager() {
    return Arrays.stream(values()).filter(side -> side.isGan4j() || side == EAGER).toList();
  }

  /** Returns a table's head: its first columns, then one for each side. */
  static List<String> columns(List<String> first, List<Side> sides) {
    List<String> columns = new ArrayList<>(first);
    for (Side side : sides) {
      columns.add(side.label);
    }
    return columns;
  }

  String label() {
    return label;
  }

  boolean isGan4j() {
    return kernels != null;
  }

  /** Returns what Java is started with. */
  List<String> javaOptions() {
    if (kernels == null) {
      throw new IllegalStateException(label + " is no Java program");
    }
    // Named, so that no side silently takes another's.
    String choice = "-D%s=%s".formatted(Kernels.PROPERTY, kernels);
    return kernels == Kernels.OPENBLAS
        ? List.of(choice)
        : List.of("--add-modules", "jdk.incubator.vector", choice);
  }

  /** Returns what PyTorch's program calls it. */
  String mode() {
    return name().toLowerCase(Locale.ROOT);
  }
}
