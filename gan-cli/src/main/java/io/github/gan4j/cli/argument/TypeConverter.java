package io.github.gan4j.cli.argument;

import io.github.gan4j.cli.settings.type.Type;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what follows a flag by the same rule, and refuses it in the same words, as a setting. */
abstract class TypeConverter<T> implements ITypeConverter<T> {
  private final Type<T> type;

  TypeConverter(Type<T> type) {
    this.type = type;
  }

  @Override
  public final T convert(String text) {
    T value = type.parse(text);
    if (value == null) {
      throw new TypeConversionException(
          "must be %s, was %s%s".formatted(type.rule(), text, type.advice(text)));
    }
    return value;
  }
}
