package io.github.gan4j.tck;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.SpectralNorm;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.tck.reference.ReferenceEngine;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/** Ways to be wrong, for {@link Breakage}. */
final class Faults {
  /** Where a tensor may be copied to whose engine is not at hand. */
  private static final ReferenceEngine ELSEWHERE = new ReferenceEngine();

  private Faults() {}

  /** Returns a fault that answers calls of this name so. */
  static Fault answering(String name, Fault answer) {
    return call -> call.name().equals(name) ? answer.handle(call) : call.proceed();
  }

  /** Returns a fault that replaces an argument of calls of this name. */
  static <T> Fault replacing(String name, int index, Class<T> type, UnaryOperator<T> by) {
    return answering(
        name, call -> call.with(index, by.apply(type.cast(call.argument(index)))).proceed());
  }

  /** Returns a fault that spoils a tensor argument of calls of this name when they are done. */
  static Fault spoiling(String name, int index, Consumer<Tensor> spoil) {
    return answering(
        name,
        call -> {
          Object result = call.proceed();
          spoil.accept((Tensor) call.argument(index));
          return result;
        });
  }

  /** Returns a fault that carries on after errors of this type in calls of this name. */
  static Fault swallowing(String name, Class<? extends Exception> type) {
    return answering(
        name,
        call -> {
          try {
            return call.proceed();
          } catch (RuntimeException e) {
            if (type.isInstance(e)) {
              return null;
            }
            throw e;
          }
        });
  }

  /** Returns a fault that builds other layers than those it was asked for. */
  static Fault building(UnaryOperator<LayerSpec> layer) {
    UnaryOperator<NetworkSpec> network =
        spec -> new NetworkSpec(spec.inputs(), spec.layers().stream().map(layer).toList());
    return call ->
        Set.of("network", "trainable").contains(call.name())
            ? call.with(0, network.apply((NetworkSpec) call.argument(0))).proceed()
            : call.proceed();
  }

  static Fault normalizing(UnaryOperator<BatchNorm> by) {
    return building(
        layer ->
            layer.normalization() instanceof BatchNorm old
                ? new LayerSpec(layer.outputs(), by.apply(old), layer.activation(), layer.dropout())
                : layer);
  }

  static Fault leavingTheBuffers() {
    return answering(
        "update",
        call -> {
          Network network = (Network) call.target();
          float[] before = network.buffers().toArray();
          Object result = call.proceed();
          network.buffers().copyFrom(before);
          return result;
        });
  }

  static Fault iteratingAtEveryPass() {
    AtomicReference<Network> owner = new AtomicReference<>();
    return call -> {
      if (call.name().equals("trainingPass")) {
        owner.set((Network) call.target());
      } else if (call.name().equals("forward") && call.arguments().size() == 3) {
        iterate(owner.get());
      }
      return call.proceed();
    };
  }

  private static void iterate(Network network) {
    float[] buffers = network.buffers().toArray();
    forSpectralLayers(
        network,
        (weight, u) ->
            SpectralNorm.iterate(
                network.parameters().toArray(),
                weight.offset(),
                weight.shape().get(0),
                weight.shape().get(1),
                buffers,
                u.offset()));
    network.buffers().copyFrom(buffers);
  }

  /** Returns a fault that takes what points along u and v out of a gradient. */
  static Fault takingTheSpectralNormForAConstant() {
    return answering(
        "readGradient",
        call -> {
          call.proceed();
          Network network = (Network) call.target();
          float[] gradient = (float[]) call.argument(0);
          float[] vectors = network.buffers().toArray();
          forSpectralLayers(network, (weight, u) -> takeOut(gradient, weight, vectors, u));
          return null;
        });
  }

  private static void takeOut(
      float[] gradient, NetworkSpec.Part weight, float[] vectors, NetworkSpec.Part u) {
    int outputs = weight.shape().get(0);
    int inputs = weight.shape().get(1);
    int v = u.offset() + outputs;
    double along = 0;
    for (int i = 0; i < weight.size(); i++) {
      along +=
          gradient[weight.offset() + i]
              * vectors[u.offset() + i / inputs]
              * vectors[v + i % inputs];
    }
    for (int i = 0; i < weight.size(); i++) {
      gradient[weight.offset() + i] -=
          (float) (along * vectors[u.offset() + i / inputs] * vectors[v + i % inputs]);
    }
  }

  private static void forSpectralLayers(
      Network network, BiConsumer<NetworkSpec.Part, NetworkSpec.Part> action) {
    String end = "spectral_norm.u";
    for (NetworkSpec.Part u : network.spec().buffers()) {
      if (u.name().endsWith(end)) {
        String weight = u.name().replace(end, "linear.weight");
        network.spec().parameters().stream()
            .filter(part -> part.name().equals(weight))
            .forEach(part -> action.accept(part, u));
      }
    }
  }

  static Fault seeding(LongUnaryOperator seed) {
    return call ->
        call.name().equals("forward") && call.arguments().size() == 3
            ? call.with(2, seed.applyAsLong((long) call.argument(2))).proceed()
            : call.proceed();
  }

  static Fault optimizing(UnaryOperator<OptimizerConfig> by) {
    return replacing("trainable", 1, OptimizerConfig.class, by);
  }

  static Fault averaging(double decay) {
    return replacing("trainable", 2, Double.class, asked -> decay);
  }

  /** Returns a fault that reads a gradient of 0 for the parameters of this name. */
  static Fault losingTheGradientOf(String parameter) {
    return answering(
        "readGradient",
        call -> {
          call.proceed();
          float[] gradient = (float[]) call.argument(0);
          for (NetworkSpec.Part part : ((Network) call.target()).spec().parameters()) {
            if (part.name().endsWith(parameter)) {
              Arrays.fill(gradient, part.offset(), part.offset() + part.size(), 0);
            }
          }
          return null;
        });
  }

  /**
   * Returns a fault whose norm is of the parameters of this name alone.
   *
   * @param square what becomes of a square
   */
  static Fault norming(String parameter, DoubleUnaryOperator square) {
    return answering(
        "gradientNorm",
        call -> {
          TrainableNetwork network = (TrainableNetwork) call.target();
          float[] gradient = new float[network.spec().parameterCount()];
          network.readGradient(gradient);
          double sum = 0;
          for (NetworkSpec.Part part : network.spec().parameters()) {
            for (int i = part.offset(); i < part.offset() + part.size(); i++) {
              boolean counts = part.name().endsWith(parameter);
              sum += counts ? square.applyAsDouble((double) gradient[i] * gradient[i]) : 0;
            }
          }
          return Math.sqrt(sum);
        });
  }

  static Fault takingTheGradientFactorForARate() {
    return call ->
        call.name().equals("update") && call.arguments().size() == 3
            ? call.with(1, (double) call.argument(1) * (double) call.argument(2))
                .with(2, 1.0)
                .proceed()
            : call.proceed();
  }

  static Fault updatingForTheNorm() {
    return answering(
        "gradientNorm",
        call -> {
          double norm = (double) call.proceed();
          ((TrainableNetwork) call.target()).update(1, 1);
          return norm;
        });
  }

  /** Returns a fault that does only every other of the calls of this name as it should. */
  static Fault everyOther(String name, Fault otherwise) {
    AtomicInteger calls = new AtomicInteger();
    return answering(
        name, call -> calls.getAndIncrement() % 2 == 0 ? call.proceed() : otherwise.handle(call));
  }

  /** Returns a fault that computes the latest gradient again when parameters are written. */
  static Fault keepingGradientsOfOldWeights() {
    Map<String, Call> latest = new ConcurrentHashMap<>();
    return call -> {
      Object result = call.proceed();
      if (call.target() instanceof TrainingPass) {
        latest.put(call.name(), call);
      } else if (call.target() instanceof FlatVector
          && call.name().equals("copyFrom")
          && latest.containsKey("backward")) {
        latest.get("forward").proceed();
        latest.get("backward").proceed();
      }
      return result;
    };
  }

  static Fault complainingWhenClosedAgain() {
    Set<Object> closed = ConcurrentHashMap.newKeySet();
    return answering(
        "close",
        call -> {
          if (!closed.add(call.target())) {
            throw new IllegalStateException("closed already");
          }
          return call.proceed();
        });
  }

  /** Returns a fault that adds noise to outputs, which no two calls share. */
  static Fault noisy() {
    AtomicInteger calls = new AtomicInteger();
    return spoiling(
        "forward", 1, out -> change(out, value -> value + 1e-7f * calls.getAndIncrement()));
  }

  /** Returns a tensor of the same values and other memory. */
  static Tensor copy(Tensor tensor) {
    return Tensors.of(ELSEWHERE, tensor.rows(), tensor.columns(), Tensors.toArray(tensor));
  }

  static void change(Tensor tensor, UnaryOperator<Float> by) {
    float[] values = Tensors.toArray(tensor);
    for (int i = 0; i < values.length; i++) {
      values[i] = by.apply(values[i]);
    }
    tensor.copyFrom(values, 0);
  }
}
