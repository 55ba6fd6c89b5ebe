package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.Problem;

/**
 * Where a setting's value was written. What was written later wins.
 *
 * @param layer which of the places
 * @param name the file's or the recipe's; empty for the others
 * @param line in the file, from 1 on; 0 for the others
 */
record Origin(Layer layer, String name, int line) {
  /** The places, each of which wins over those before. */
  enum Layer {
    DEFAULT,
    RECIPE,
    FILE,
    FLAG
  }

  static final Origin DEFAULT = new Origin(Layer.DEFAULT, "", 0);
  static final Origin FLAG = new Origin(Layer.FLAG, "", 0);

  static Origin recipe(String name) {
    return new Origin(Layer.RECIPE, name, 0);
  }

  static Origin file(String file, int line) {
    return new Origin(Layer.FILE, file, line);
  }

  /** Returns whether the user wrote it. */
  boolean isWritten() {
    return layer == Layer.FILE || layer == Layer.FLAG;
  }

  boolean isBefore(Origin other) {
    return layer.compareTo(other.layer) < 0;
  }

  /** Returns a problem with a setting of this origin; the text follows the setting's name. */
  Problem problem(Setting<?> setting, String text) {
    return switch (layer) {
      case FLAG -> Problem.ofArguments("--" + setting + " " + text);
      case FILE -> new Problem(name, line, setting + " " + text);
      case RECIPE, DEFAULT -> Problem.ofArguments(setting + " " + text);
    };
  }

  /** Returns where the value was written, to be told in passing. */
  String inBrackets() {
    return switch (layer) {
      case FLAG -> "(by flag)";
      case FILE -> "(%s:%s)".formatted(name, line);
      case RECIPE -> "(recipe %s)".formatted(name);
      case DEFAULT -> "(the default)";
    };
  }
}
