package io.github.gan4j.cli.argument;

import io.github.gan4j.cli.problem.Nearest;
import io.github.gan4j.cli.recipe.Recipe;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the recipe that an argument names. */
public final class RecipeConverter implements ITypeConverter<Recipe> {
  /** The recipes' names, for a shell to complete. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Recipe.ALL.stream().map(Recipe::name).iterator();
    }
  }

  @Override
  public Recipe convert(String name) {
    List<String> known = Recipe.ALL.stream().map(Recipe::name).toList();
    return Recipe.byName(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "must be one of %s, was %s%s"
                        .formatted(
                            String.join(", ", known), name, Nearest.suggestion(name, known))));
  }
}
