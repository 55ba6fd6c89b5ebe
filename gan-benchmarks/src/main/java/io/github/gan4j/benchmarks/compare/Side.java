package io.github.gan4j.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The programs that are compared, each in the ways in which its users run it. */
enum Side {
  VECTOR("GAN4J, Vector API"),
  OPENBLAS("GAN4J, OpenBLAS"),
  EAGER("PyTorch eager"),
  FUSED("PyTorch fused"),
  COMPILE("PyTorch compile");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  /** Returns a table's head: its first columns, then one for each side. */
  static List<String> columns(List<String> first, Side... sides) {
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
    return this == VECTOR || this == OPENBLAS;
  }

  /** Returns what PyTorch's program calls it. */
  String mode() {
    return name().toLowerCase(Locale.ROOT);
  }
}
