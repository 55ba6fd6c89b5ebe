package io.github.gan4j.tck;

import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;

/** Records the variance that normalises instead of the unbiased one; of networks of one layer. */
final class BiasedVariance implements Fault {
  private ReferenceTrainableNetwork network;

  @Override
  public Object handle(Call call) throws Throwable {
    if (call.target() instanceof ReferenceTrainableNetwork trainable) {
      network = trainable;
    }
    if (!(call.target() instanceof ReferenceTrainingPass pass) || !call.name().equals("forward")) {
      return call.proceed();
    }
    double[] before = network.buffers().toDoubles();
    call.proceed();
    NetworkSpec spec = network.spec();
    if (spec.layers().get(0).normalization() instanceof BatchNorm normalization
        && spec.layers().size() == 1) {
      double[] buffers = network.buffers().toDoubles();
      double kept = 1 - normalization.momentum();
      for (int i = spec.outputs(); i < buffers.length; i++) {
        double batch = buffers[i] - kept * before[i];
        buffers[i] = kept * before[i] + batch * (pass.rows() - 1) / pass.rows();
      }
      network.buffers().copyFrom(buffers);
    }
    return null;
  }
}
