package io.github.gan4j.internal.log;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Where the library's warnings go: to SLF4J if a provider of it is there, or else to {@link
 * System.Logger}, which the JDK prints to standard error. SLF4J alone would drop them. A provider
 * that drops everything, such as slf4j-nop, was chosen by somebody and is left to it.
 *
 * <p>SLF4J is not even asked for a logger where it has no provider: it would print three lines
 * about itself.
 */
public final class Warnings {
  private static final String EXPLICIT_PROVIDER = "slf4j.provider";
  private static final String BINDER_OF_SLF4J_1 = "org.slf4j.impl.StaticLoggerBinder";

  private Warnings() {}

  /** Warns, in the name of a class. */
  public static void warn(Class<?> source, String message) {
    warn(source, message, null);
  }

  /** Warns, in the name of a class, and of what was thrown. */
  public static void warn(Class<?> source, String message, @Nullable Throwable thrown) {
    if (slf4jHasProvider()) {
      LoggerFactory.getLogger(source).warn(message, thrown);
    } else {
      System.getLogger(source.getName()).log(System.Logger.Level.WARNING, message, thrown);
    }
  }

  /** Looks where SLF4J looks, each time: warnings are rare, and a provider may come later. */
  private static boolean slf4jHasProvider() {
    ClassLoader loader = LoggerFactory.class.getClassLoader();
    try {
      return System.getProperty(EXPLICIT_PROVIDER) != null
          || ServiceLoader.load(SLF4JServiceProvider.class, loader).iterator().hasNext();
    } catch (NoClassDefFoundError e) {
      return hasBinder(loader);
    } catch (ServiceConfigurationError e) {
      // SLF4J tells itself what is wrong with it.
      return true;
    }
  }

  /** SLF4J before 2.0 has a class of this name where it now has a service. */
  private static boolean hasBinder(@Nullable ClassLoader loader) {
    try {
      Class.forName(BINDER_OF_SLF4J_1, false, loader);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
