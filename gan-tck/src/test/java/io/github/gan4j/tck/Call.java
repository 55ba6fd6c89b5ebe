package io.github.gan4j.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A call of an engine, or of something that the engine made, on its way there.
 *
 * @param target who is called; never a proxy
 * @param method what is called
 * @param arguments its arguments, which may be replaced
 */
record Call(Object target, Method method, List<Object> arguments) {

  String name() {
    return method.getName();
  }

  Object argument(int index) {
    return arguments.get(index);
  }

  Call with(int index, Object argument) {
    arguments.set(index, argument);
    return this;
  }

  Object proceed() throws Throwable {
    try {
      return method.invoke(target, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
