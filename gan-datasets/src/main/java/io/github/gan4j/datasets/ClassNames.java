package io.github.gan4j.datasets;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What classes are called, by label. All lists are unmodifiable. */
final class ClassNames {
  private static final String DIGITS = "0123456789";
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";

  /** The small letters that EMNIST does not merge with the capital ones. */
  private static final String UNLIKE_CAPITALS = "abdefghnqrt";

  private ClassNames() {}

  /** Returns 0, 1 and so on. */
  static List<String> numbers(int classes) {
    return Collections.unmodifiableList(new Computed(classes, Integer::toString));
  }

  /** Returns the names that are known, and numbers for further classes. */
  static List<String> known(List<String> known, int classes) {
    List<String> numbers = numbers(classes);
    return IntStream.range(0, classes)
        .mapToObj(label -> label < known.size() ? known.get(label) : numbers.get(label))
        .toList();
  }

  /** Returns the names of a file's classes, as far as its name tells them: those of EMNIST. */
  static List<String> ofFile(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (!name.startsWith("emnist-")) {
      return List.of();
    }
    String part = name.substring("emnist-".length());
    if (part.startsWith("letters")) {
      return Stream.concat(Stream.of("0"), characters(CAPITALS)).toList(); // They begin at 1.
    }
    if (part.startsWith("byclass")) {
      return characters(DIGITS + CAPITALS + SMALL).toList();
    }
    return part.startsWith("balanced") || part.startsWith("bymerge")
        ? characters(DIGITS + CAPITALS + UNLIKE_CAPITALS).toList()
        : List.of();
  }

  /** Returns the names of three classes in one, the first most significant. */
  static List<String> stacked(List<String> names) {
    int k = names.size();
    boolean single = names.stream().allMatch(name -> name.length() == 1);
    String between = single ? "" : " + ";
    return Collections.unmodifiableList(
        new Computed(
            k * k * k,
            label ->
                String.join(
                    between,
                    names.get(label / k / k),
                    names.get(label / k % k),
                    names.get(label % k))));
  }

  private static Stream<String> characters(String text) {
    return text.chars().mapToObj(Character::toString);
  }

  /** Names that are made when they are asked for: there may be a billion. */
  private static final class Computed extends AbstractList<String> implements RandomAccess {
    private final int size;
    private final IntFunction<String> name;

    Computed(int size, IntFunction<String> name) {
      this.size = size;
      this.name = name;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public String get(int index) {
      return name.apply(Objects.checkIndex(index, size));
    }
  }
}
