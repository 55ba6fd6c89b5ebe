package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainingPass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A forward and backward pass over a network. It copies what it needs of its arguments. */
public final class ReferenceTrainingPass implements TrainingPass {
  private static final long NEVER = -1;

  private final Lifetime lifetime;
  private final ReferenceTrainableNetwork network;
  private final List<Stage> stages;
  private final int rows;
  private long versionSeen = NEVER;
  private boolean skipped;

  ReferenceTrainingPass(ReferenceTrainableNetwork network, int rows) {
    Shapes.atLeast("rows of a training pass", rows, 1);
    if (!network.spec().rowsIndependent()) {
      // One row has no unbiased variance to record, and its normalised values are all 0.
      Shapes.atLeast("rows of a training pass through batch normalisation", rows, 2);
    }
    this.lifetime = new Lifetime("pass", network.lifetime());
    this.network = network;
    this.stages = Stages.of(network);
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void forward(Tensor in, Tensor out, long dropoutSeed) {
    lifetime.requireOpen();
    NetworkSpec spec = network.spec();
    ReferenceTensor source = Shapes.require("in", in, rows, spec.inputs());
    ReferenceTensor target = Shapes.require("out", out, rows, spec.outputs());
    double[][] batch = source.read();
    for (Stage stage : stages) {
      batch = stage.train(batch, dropoutSeed);
    }
    target.write(batch);
    versionSeen = network.version();
    skipped = false;
    network.forget(this);
  }

  @Override
  public void backward(Tensor outGradient, @Nullable Tensor inGradient, WeightGradients weights) {
    lifetime.requireOpen();
    requireForward();
    NetworkSpec spec = network.spec();
    ReferenceTensor source = Shapes.require("outGradient", outGradient, rows, spec.outputs());
    ReferenceTensor target =
        inGradient == null ? null : Shapes.require("inGradient", inGradient, rows, spec.inputs());
    double[] weightGradient = new double[spec.parameterCount()];
    double[][] gradient = source.read();
    for (int i = stages.size() - 1; i >= 0; i--) {
      gradient = stages.get(i).backward(gradient, weightGradient);
    }
    if (weights == WeightGradients.KEEP) {
      network.keep(this, weightGradient);
    } else {
      network.forget(this);
    }
    if (target != null) {
      target.write(gradient);
    }
    skipped = weights == WeightGradients.SKIP;
  }

  @Override
  public void doubleBackward(Tensor byInGradient) {
    lifetime.requireOpen();
    requireForward();
    NetworkSpec spec = network.spec();
    ReferenceTensor source = Shapes.require("byInGradient", byInGradient, rows, spec.inputs());
    if (!spec.piecewiseLinear()) {
      throw new IllegalStateException("doubleBackward needs layers that are piecewise linear");
    }
    if (!skipped) {
      throw new IllegalStateException("doubleBackward needs a backward pass with SKIP before it");
    }
    double[] weightGradient = new double[spec.parameterCount()];
    double[][] derivative = source.read();
    for (Stage stage : stages) {
      derivative = stage.doubleBackward(derivative, weightGradient);
    }
    network.keep(this, weightGradient);
    skipped = false;
  }

  /**
   * Returns the smallest absolute value that went into a ReLU or leaky ReLU in the latest forward
   * pass; infinity if the network has none. Near 0, where they have no derivative, engines of
   * different rounding may rightly disagree on the gradient.
   */
  public double nearestKink() {
    double nearest = Double.POSITIVE_INFINITY;
    for (Stage stage : stages) {
      if (stage instanceof Activate activate) {
        nearest = Math.min(nearest, activate.nearestKink());
      }
    }
    return nearest;
  }

  @Override
  public void close() {
    lifetime.close();
    network.forget(this);
  }

  private void requireForward() {
    if (versionSeen == NEVER) {
      throw new IllegalStateException("backward needs a forward pass before it");
    }
    if (versionSeen != network.version()) {
      throw new IllegalStateException(
          "backward needs a new forward pass: the weights changed since the latest");
    }
  }
}
