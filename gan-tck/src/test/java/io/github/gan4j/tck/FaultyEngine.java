package io.github.gan4j.tck;

import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.tck.reference.ReferenceEngine;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

/** A reference engine behind proxies, with a fault. */
final class FaultyEngine {
  /** What is wrapped, the more special before the more general. */
  private static final List<Class<?>> WRAPPED =
      List.of(
          GanEngine.class,
          TrainableNetwork.class,
          Network.class,
          TrainingPass.class,
          Pass.class,
          Tensor.class,
          FlatVector.class);

  private FaultyEngine() {}

  static GanEngine create(Fault fault) {
    return (GanEngine) wrap(new ReferenceEngine(), fault);
  }

  private static Object wrap(Object result, Fault fault) {
    for (Class<?> type : WRAPPED) {
      if (type.isInstance(result)) {
        return Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new Handler(result, fault));
      }
    }
    return result;
  }

  private static Object unwrap(Object argument) {
    return argument != null
            && Proxy.isProxyClass(argument.getClass())
            && Proxy.getInvocationHandler(argument) instanceof Handler handler
        ? handler.target
        : argument;
  }

  private record Handler(Object target, Fault fault) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
      for (int i = 0; i < unwrapped.length; i++) {
        unwrapped[i] = unwrap(unwrapped[i]);
      }
      return wrap(fault.handle(new Call(target, method, Arrays.asList(unwrapped))), fault);
    }
  }
}
