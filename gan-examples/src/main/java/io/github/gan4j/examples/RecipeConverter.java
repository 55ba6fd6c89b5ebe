package io.github.gan4j.examples;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the recipe that an argument names. */
final class RecipeConverter implements ITypeConverter<Recipe> {
  @Override
  public Recipe convert(String name) {
    List<String> known = Recipe.ALL.stream().map(Recipe::name).toList();
    return Recipe.byName(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "must be one of %s, was %s".formatted(String.join(", ", known), name)));
  }
}
