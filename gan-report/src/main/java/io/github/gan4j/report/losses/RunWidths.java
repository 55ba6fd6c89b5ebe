package io.github.gan4j.report.losses;

import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.training.Run;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How wide each player's layers are, from the input to the output, as in 100-256-784. */
final class RunWidths {
  private RunWidths() {}

  static String generator(Run run) {
    return text(
        run.config().latent().dim(),
        run.config().generator().network(),
        run.dataset().shape().size());
  }

  static String discriminator(Run run) {
    return text(run.dataset().shape().size(), run.config().discriminator().network(), 1);
  }

  private static String text(int input, NetworkConfig network, int output) {
    return Stream.of(List.of(input), network.hidden(), List.of(output))
        .flatMap(List::stream)
        .map(width -> Integer.toString(width))
        .collect(Collectors.joining("-"));
  }
}
