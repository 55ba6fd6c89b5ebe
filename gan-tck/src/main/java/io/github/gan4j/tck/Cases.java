package io.github.gan4j.tck;

import static io.github.gan4j.tck.Layers.linear;
import static io.github.gan4j.tck.Layers.normalized;
import static io.github.gan4j.tck.Layers.plain;
import static io.github.gan4j.tck.Layers.spectral;
import static io.github.gan4j.tck.Layers.withDropout;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.LayerSpec;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The networks and batches that the contract compares engines over: sizes around those of vector
 * registers and tiles, every kind of layer, and several layers at once.
 */
final class Cases {
  /** For how many steps a case is trained. */
  static final int STEPS = 4;

  static final List<Integer> ROWS = List.of(1, 2, 3, 7, 16, 33);
  static final List<Integer> WIDTHS = List.of(1, 5, 16, 17, 31, 64, 100);

  private static final List<Activation> ACTIVATIONS =
      List.of(
          Activation.linear(),
          Activation.relu(),
          Activation.leakyRelu(0.2),
          Activation.tanh(),
          Activation.sigmoid());

  /** Every activation, with and without batch normalisation and dropout. */
  private static final int LAYER_KINDS = 4 * ACTIVATIONS.size();

  private static final List<NetworkCase> ALL =
      Stream.of(products(), layers(), stacks(), spectralLayers())
          .flatMap(cases -> cases)
          .map(sample -> Kinks.avoid(sample, Kinks.ROUNDING))
          .toList();

  private static final List<NetworkCase> SMALL =
      IntStream.range(0, LAYER_KINDS)
          .mapToObj(kind -> NetworkCase.of(4, 3, layer(kind, 5, 4), layer(kind + 7, 2, 4)))
          .map(sample -> Kinks.avoid(sample, Kinks.DIFFERENCES))
          .toList();

  private static final List<NetworkCase> SMALL_SPECTRAL =
      IntStream.range(0, 2 * ACTIVATIONS.size())
          .mapToObj(
              i -> {
                LayerSpec first = spectral(plain(6, ACTIVATIONS.get(i % ACTIVATIONS.size())));
                return NetworkCase.of(
                    4,
                    5,
                    i < ACTIVATIONS.size() ? first : withDropout(first),
                    spectral(plain(3, ACTIVATIONS.get((i + 2) % ACTIVATIONS.size()))));
              })
          .map(sample -> Kinks.avoid(sample, Kinks.DIFFERENCES))
          .toList();

  private static final List<NetworkCase> SMALL_PIECEWISE_LINEAR =
      IntStream.range(0, 12)
          .mapToObj(
              i -> {
                LayerSpec last = plain(3, ACTIVATIONS.get(1 + i % 2));
                LayerSpec[] layers = {
                  plain(6, ACTIVATIONS.get(i % 3)), i % 6 < 3 ? last : withDropout(last), linear(2)
                };
                return NetworkCase.of(4, 5, i < 6 ? layers : allSpectral(layers));
              })
          .map(sample -> Kinks.avoid(sample, Kinks.DIFFERENCES))
          .toList();

  private Cases() {}

  /** Returns cases of every size and kind of layer. */
  static List<NetworkCase> all() {
    return ALL;
  }

  /** Returns small cases of every kind of layer, whose gradients can be had from differences. */
  static List<NetworkCase> small() {
    return SMALL;
  }

  /** Returns small cases of weights that are divided by their spectral norms. */
  static List<NetworkCase> smallSpectral() {
    return SMALL_SPECTRAL;
  }

  /** Returns small cases whose gradients of second order can be had from differences. */
  static List<NetworkCase> smallPiecewiseLinear() {
    return SMALL_PIECEWISE_LINEAR;
  }

  static List<Activation> activations() {
    return ACTIVATIONS;
  }

  /** Returns a smooth case with all that layers can have. */
  static NetworkCase mixed() {
    return NetworkCase.of(
        7,
        17,
        normalized(31, Activation.tanh(), 0.8),
        withDropout(plain(16, Activation.sigmoid())),
        withDropout(normalized(5, Activation.linear(), 0.8)));
  }

  /** Returns a smooth case whose layers every engine has. */
  static NetworkCase plainLayers() {
    return NetworkCase.of(7, 17, plain(31, Activation.tanh()), linear(5));
  }

  /** Returns a linear layer of every width after batches of every size. */
  private static Stream<NetworkCase> products() {
    return sizes(rows -> at -> NetworkCase.of(rows, width(at), linear(width(at + rows))));
  }

  /** Returns three sizes of every kind of layer. */
  private static Stream<NetworkCase> layers() {
    return IntStream.range(0, 3 * LAYER_KINDS)
        .mapToObj(
            i -> {
              // One row has no statistics.
              int rows = ROWS.get(isNormalized(i) ? 1 + i % (ROWS.size() - 1) : i % ROWS.size());
              return NetworkCase.of(rows, width(i), layer(i, width(3 * i + 1), rows));
            });
  }

  private static Stream<NetworkCase> stacks() {
    return ROWS.stream()
        .flatMap(rows -> rows == 1 ? Stream.of(critic(1)) : Stream.of(critic(rows), maker(rows)));
  }

  /** Returns a discriminator. */
  static NetworkCase critic(int rows) {
    Activation leaky = Activation.leakyRelu(0.2);
    return NetworkCase.of(
        rows, 100, withDropout(plain(64, leaky)), withDropout(plain(31, leaky)), linear(1));
  }

  /** Returns layers of every width, alone after batches of every size, and discriminators. */
  static Stream<NetworkCase> spectralLayers() {
    return Stream.concat(
        sizes(
                rows ->
                    at ->
                        NetworkCase.of(
                            rows,
                            width(at),
                            spectral(plain(width(at + rows), ACTIVATIONS.get(at % 3)))))
            // A weight of one value is divided by itself, and has no gradient but rounding.
            .filter(sample -> sample.spec().inputs() * sample.spec().outputs() > 1),
        ROWS.stream().map(Cases::spectralCritic));
  }

  /** Returns a discriminator whose weights are divided by their spectral norms. */
  static NetworkCase spectralCritic(int rows) {
    LayerSpec[] layers = critic(rows).spec().layers().toArray(LayerSpec[]::new);
    return NetworkCase.of(rows, 100, allSpectral(layers));
  }

  private static LayerSpec[] allSpectral(LayerSpec... layers) {
    return Stream.of(layers).map(Layers::spectral).toArray(LayerSpec[]::new);
  }

  private static NetworkCase maker(int rows) {
    Activation leaky = Activation.leakyRelu(0.2);
    return NetworkCase.of(
        rows,
        5,
        plain(16, leaky),
        normalized(31, leaky, epsilon(rows)),
        normalized(64, Activation.relu(), epsilon(rows)),
        plain(100, Activation.tanh()));
  }

  private static Stream<NetworkCase> sizes(IntFunction<IntFunction<NetworkCase>> of) {
    return ROWS.stream()
        .flatMap(rows -> IntStream.range(0, WIDTHS.size()).mapToObj(of.apply(rows)));
  }

  private static int width(int at) {
    return WIDTHS.get(at % WIDTHS.size());
  }

  private static LayerSpec layer(int kind, int outputs, int rows) {
    Activation activation = ACTIVATIONS.get(kind % ACTIVATIONS.size());
    LayerSpec layer =
        isNormalized(kind)
            ? normalized(outputs, activation, epsilon(rows))
            : plain(outputs, activation);
    return kind / ACTIVATIONS.size() % 4 < 2 ? layer : withDropout(layer);
  }

  private static boolean isNormalized(int kind) {
    return kind / ACTIVATIONS.size() % 2 == 1;
  }

  /**
   * With a small epsilon, two rows normalise to ±1 whatever they were: their gradient is what
   * epsilon leaves of a difference of nearly equal numbers, which no float holds.
   */
  private static double epsilon(int rows) {
    return rows < 16 ? 0.8 : 1e-5;
  }
}
