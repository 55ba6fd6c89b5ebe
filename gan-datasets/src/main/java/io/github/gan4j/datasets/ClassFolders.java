package io.github.gan4j.datasets;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which sub-folders are classes, and in which order they are numbered. */
final class ClassFolders {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Set<String> TRAINING = Set.of("train", "training");
  private static final Set<String> OTHER_PARTS =
      Set.of("test", "testing", "val", "valid", "validation", "dev", "eval");

  private ClassFolders() {}

  /** Sorts folders that are sorted by name: numbers by value, and before the others. */
  static List<Path> sorted(List<Path> folders) {
    return folders.stream()
        .sorted(
            Comparator.comparing((Path folder) -> !isNumber(FileNames.of(folder)))
                .thenComparing(FileNames::of, ClassFolders::compareNumbers))
        .toList();
  }

  /** Returns whether these are the parts of a dataset, as train and test, and not classes. */
  static boolean areParts(List<Path> folders) {
    List<String> names = folders.stream().map(ClassFolders::lowerCase).toList();
    return names.stream().anyMatch(TRAINING::contains)
        && names.stream().anyMatch(OTHER_PARTS::contains)
        && names.stream().allMatch(name -> TRAINING.contains(name) || OTHER_PARTS.contains(name));
  }

  /** Returns the training part of such folders. */
  static Path trainingPart(List<Path> parts) {
    return parts.stream()
        .filter(part -> TRAINING.contains(lowerCase(part)))
        .findFirst()
        .orElseThrow();
  }

  private static String lowerCase(Path folder) {
    return FileNames.of(folder).toLowerCase(Locale.ROOT);
  }

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }

  /** Compares by value, of any length; other names are equal here. */
  private static int compareNumbers(String one, String other) {
    if (!isNumber(one) || !isNumber(other)) {
      return 0;
    }
    String digits = one.replaceFirst("^0+", "");
    String otherDigits = other.replaceFirst("^0+", "");
    return digits.length() == otherDigits.length()
        ? digits.compareTo(otherDigits)
        : Integer.compare(digits.length(), otherDigits.length());
  }
}
