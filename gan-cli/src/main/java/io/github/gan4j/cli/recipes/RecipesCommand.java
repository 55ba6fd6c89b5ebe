package io.github.gan4j.cli.recipes;

import io.github.gan4j.cli.argument.RecipeConverter;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.settings.ConfigText;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.config.GanConfig;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the recipes, or shows one. */
@Command(
    name = "recipes",
    description = "Lists the recipes, or shows all settings of one as YAML.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "To start a configuration of one's own:",
      "  gan4j recipes mnist-plain > run.yaml",
      "  gan4j train --config run.yaml"
    })
public final class RecipesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECIPE",
      arity = "0..1",
      description = "which to show",
      converter = RecipeConverter.class,
      completionCandidates = RecipeConverter.Names.class)
  private @Nullable Recipe recipe;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  public RecipesCommand() {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (recipe != null) {
      out.print(
          ConfigText.of(
              RunSettings.of(recipe),
              List.of("All settings of recipe %s.".formatted(recipe.name()))));
    } else {
      Recipe.ALL.forEach(each -> print(out, each));
    }
    out.flush();
  }

  private static void print(PrintWriter out, Recipe recipe) {
    GanConfig config = recipe.builder().get().config();
    out.printf(Locale.ROOT, "%-16s %s%n", recipe.name(), recipe.description());
    out.printf(
        Locale.ROOT,
        "%-16s latent %d, generator %s, discriminator %s, batch %d, %d epochs%s%n",
        "",
        config.latent().dim(),
        config.generator().network().hidden(),
        config.discriminator().network().hidden(),
        config.schedule().batchSize(),
        config.schedule().epochs(),
        config.schedule().stepsPerEpoch() == null
            ? ""
            : " of %s steps".formatted(Objects.requireNonNull(config.schedule().stepsPerEpoch())));
  }
}
