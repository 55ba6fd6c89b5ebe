package io.github.gan4j.cli.run;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Waits for Ctrl-C, and for the signals that ask a process to end, until it is closed: the first
 * calls an action, the second ends the process at once.
 *
 * <p>A shutdown hook would not do: while hooks run, a second Ctrl-C is not heard. The JDK's class
 * for signals is reached by reflection, for it is not part of Java. Where it is missing, or a
 * signal is the JVM's own or is ignored, as under {@code nohup}, the signal does what it always
 * does.
 */
final class Interruption implements AutoCloseable {
  /** What a shell reports of a process that Ctrl-C ended. */
  static final int EXIT_CODE = 130;

  private static final String[] SIGNALS = {"INT", "TERM", "HUP"};

  private final Runnable action;
  private final Map<Object, Object> replaced = new HashMap<>();
  private volatile boolean happened;

  private Interruption(Runnable action) {
    this.action = action;
  }

  /** Waits from now on. */
  static Interruption call(Runnable action) {
    Interruption interruption = new Interruption(action);
    for (String name : SIGNALS) {
      interruption.await(name);
    }
    return interruption;
  }

  /** Returns whether a signal came. */
  boolean happened() {
    return happened;
  }

  private void await(String name) {
    try {
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                  return method.invoke(this, arguments);
                }
                signal();
                return null;
              });
      Object signal =
          Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
      Object before = handle(signal, handler);
      if (before != null) {
        replaced.put(signal, before);
      }
    } catch (ReflectiveOperationException e) {
      // The signal keeps its meaning: see above.
    }
  }

  private static @Nullable Object handle(Object signal, Object handler)
      throws ReflectiveOperationException {
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    return signal
        .getClass()
        .getMethod("handle", signal.getClass(), handlerType)
        .invoke(null, signal, handler);
  }

  private synchronized void signal() {
    if (happened) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    happened = true;
    action.run();
  }

  /** Leaves signals to those who handled them before. */
  @Override
  public void close() {
    replaced.forEach(
        (signal, before) -> {
          try {
            handle(signal, before);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot give back signal " + signal, e);
          }
        });
  }
}
