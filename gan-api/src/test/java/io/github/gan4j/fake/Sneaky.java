package io.github.gan4j.fake;

/** Throws checked exceptions where none is declared, as Kotlin, Scala and Lombok do. */
public final class Sneaky {
  private Sneaky() {}

  /** Throws this; returns nothing. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public static RuntimeException raise(Exception checked) {
    return Sneaky.<RuntimeException>cast(checked);
  }

  @SuppressWarnings("unchecked") // Whichever type is inferred, the exception is thrown as it is.
  private static <E extends Exception> RuntimeException cast(Exception checked) throws E {
    throw (E) checked;
  }
}
