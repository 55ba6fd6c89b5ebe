package io.github.gan4j.examples;

import io.github.gan4j.config.GanConfig;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the recipes. */
@Command(name = "recipes", description = "Lists the recipes.", mixinStandardHelpOptions = true)
final class RecipesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  RecipesCommand() {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Recipe recipe : Recipe.ALL) {
      GanConfig config = recipe.builder().get().config();
      out.printf("%-16s %s%n", recipe.name(), recipe.description());
      out.printf(
          "%-16s latent %d, generator %s, discriminator %s, batch %d, %d epochs%s%n",
          "",
          config.latentDim(),
          config.generator().hidden(),
          config.discriminator().hidden(),
          config.batchSize(),
          config.epochs(),
          config.stepsPerEpoch() == null
              ? ""
              : " of %d steps".formatted(Objects.requireNonNull(config.stepsPerEpoch())));
    }
    out.flush();
  }
}
