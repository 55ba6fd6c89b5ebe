package io.github.gan4j.config;

/**
 * How a linear layer's weights are drawn before the first step. Batch normalisation starts as the
 * identity (scale 1, shift 0).
 */
public enum WeightInit {
  /**
   * Weights and biases uniform in ±1/√fanIn: what PyTorch's {@code nn.Linear} draws, and what the
   * classic MLP scripts were tuned with.
   */
  FAN_IN_UNIFORM,
  /** Weights uniform in ±√(6/(fanIn + fanOut)), biases 0 (Glorot and Bengio, 2010); Keras's own. */
  GLOROT_UNIFORM,
  /** Weights normal with variance 2/fanIn, biases 0 (He et al., 2015, arXiv:1502.01852). */
  HE_NORMAL,
  /** Weights normal with deviation 0.02, biases 0 (Radford et al., 2016, arXiv:1511.06434). */
  NORMAL_0_02
}
