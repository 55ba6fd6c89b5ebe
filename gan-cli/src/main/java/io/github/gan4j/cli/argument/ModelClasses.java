package io.github.gan4j.cli.argument;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.cli.problem.Nearest;
import io.github.gan4j.error.GanException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The classes that a model tells apart, by name and by number.
 *
 * @param names in the order of the numbers; empty for a model without classes
 */
public record ModelClasses(List<String> names) {
  private static final int MOST_LISTED = 100;

  public static ModelClasses of(TrainedGan gan) {
    List<String> known = gan.dataset().classNames();
    return new ModelClasses(
        IntStream.range(0, gan.generator().classes())
            .mapToObj(label -> label < known.size() ? known.get(label) : Integer.toString(label))
            .toList());
  }

  /**
   * Returns the number of the class that a name or a number stands for. A name wins: a folder
   * called 5 is class 5 to whoever made it, whatever its number.
   *
   * @throws GanException if there is no such class
   */
  public int label(String nameOrNumber) {
    if (names.isEmpty()) {
      throw new GanException("--label needs a model that was trained with classes, MODEL was not");
    }
    int label = names.indexOf(nameOrNumber);
    if (label < 0) {
      label = numbers().indexOf(nameOrNumber);
    }
    if (label < 0) {
      throw new GanException(
          "--label must be a class of MODEL, %s, was %s%s"
              .formatted(
                  inWords(),
                  nameOrNumber,
                  areNumbers() ? "" : Nearest.suggestion(nameOrNumber, names)));
    }
    return label;
  }

  /** Returns a class in words: its number, and its name if that is another. */
  public String describe(int label) {
    String name = names.get(label);
    return name.equals(Integer.toString(label)) ? name : "%s (%s)".formatted(name, label);
  }

  /** Returns which classes there are. */
  public String inWords() {
    int last = names.size() - 1;
    if (areNumbers()) {
      return "from 0 to " + last;
    }
    String listed =
        IntStream.rangeClosed(0, Math.min(last, MOST_LISTED - 1))
            .mapToObj(this::describe)
            .collect(Collectors.joining(", "));
    return last < MOST_LISTED
        ? "one of " + listed
        : "one of %s, ... (%s in all)".formatted(listed, names.size());
  }

  private boolean areNumbers() {
    return names.equals(numbers());
  }

  private List<String> numbers() {
    return IntStream.range(0, names.size()).mapToObj(Integer::toString).toList();
  }
}
