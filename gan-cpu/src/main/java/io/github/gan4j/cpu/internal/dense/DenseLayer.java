package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NormalizationSpec;
import java.util.ArrayList;
import java.util.List;

/** A layer: the product with its weight, and the stages that its outputs go through. */
final class DenseLayer {
  final Linear linear;
  final List<Stage> stages;

  /** Makes one of zeros, the layer with this index, the first being 0. */
  DenseLayer(LayerSpec spec, int index, int inputs, Arithmetic arithmetic) {
    int width = spec.outputs();
    linear =
        spec.spectralNorm()
            ? new SpectralLinear(inputs, width, arithmetic)
            : new Linear(inputs, width, arithmetic);
    List<Stage> list = new ArrayList<>();
    if (spec.hasBias()) {
      list.add(new Bias(width));
    }
    if (spec.normalization() != null) {
      list.add(normalization(spec.normalization(), width));
    }
    list.add(new ActivationStage(spec.activation()));
    if (spec.dropout() > 0) {
      list.add(new Dropout(index, spec.dropout()));
    }
    stages = List.copyOf(list);
  }

  private static Stage normalization(NormalizationSpec spec, int width) {
    if (spec instanceof NormalizationSpec.BatchNorm batchNorm) {
      return new BatchNorm(batchNorm, width);
    }
    throw new IllegalArgumentException("this engine has no stage for " + spec);
  }

  int inputs() {
    return linear.inputs;
  }

  int outputs() {
    return linear.outputs;
  }

  /** Returns what the columns of the outputs are cut into for a team of this many. */
  List<Share> outputShares(Arithmetic arithmetic, int workers) {
    return Share.cut(outputs(), arithmetic.columnsAtOnce(outputs(), workers));
  }

  /** Returns what is recorded without being trained, in the order of the flat vectors. */
  List<float[]> buffers() {
    List<float[]> buffers = new ArrayList<>(linear.buffers());
    stages.forEach(stage -> buffers.addAll(stage.buffers()));
    return buffers;
  }

  void free() {
    linear.free();
  }
}
