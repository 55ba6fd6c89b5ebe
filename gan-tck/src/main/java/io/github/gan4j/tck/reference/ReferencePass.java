package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import java.util.List;

/** A forward pass over a network as it generates. */
public final class ReferencePass implements Pass {
  private final Lifetime lifetime;
  private final NetworkSpec spec;
  private final List<Stage> stages;
  private final int rows;

  ReferencePass(ReferenceNetwork network, int rows) {
    Shapes.atLeast("rows of a pass", rows, 1);
    this.lifetime = new Lifetime("pass", network.lifetime());
    this.spec = network.spec();
    this.stages = Stages.of(network);
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void forward(Tensor in, Tensor out) {
    lifetime.requireOpen();
    if (in.rows() > rows) {
      throw new IllegalArgumentException(
          "in must have at most " + rows + " rows, had " + in.rows());
    }
    ReferenceTensor source = Shapes.require("in", in, in.rows(), spec.inputs());
    ReferenceTensor target = Shapes.require("out", out, in.rows(), spec.outputs());
    double[][] batch = source.read();
    for (Stage stage : stages) {
      batch = stage.infer(batch);
    }
    target.write(batch);
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
