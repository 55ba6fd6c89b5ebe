package io.github.gan4j.cli.evaluate;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.datasets.FashionMnist;
import io.github.gan4j.datasets.Mnist;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Real images to compare generated ones with.
 *
 * @param name what the command line calls them
 * @param train the images that a generator was trained on
 * @param heldOut images of the same kind that it was not trained on
 * @param classNames what people call their classes, by label
 */
record RealImages(
    String name, Supplier<Dataset> train, Supplier<Dataset> heldOut, List<String> classNames) {
  private static final List<RealImages> ALL =
      List.of(
          new RealImages("mnist", Mnist::train, Mnist::test, Mnist.classNames()),
          new RealImages(
              "fashion-mnist", FashionMnist::train, FashionMnist::test, FashionMnist.classNames()));

  /** The names, for a shell to complete. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ALL.stream().map(RealImages::name).iterator();
    }
  }

  /** Finds those that a flag names. */
  static final class Converter implements ITypeConverter<RealImages> {
    @Override
    public RealImages convert(String name) {
      return ALL.stream()
          .filter(images -> images.name.equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "must be %s, was %s"
                          .formatted(
                              ALL.stream()
                                  .map(RealImages::name)
                                  .collect(Collectors.joining(" or ")),
                              name)));
    }
  }
}
