package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.team.Barrier;
import io.github.gan4j.cpu.internal.team.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backward pass through a network's backward pass, from input to output. With piecewise linear
 * layers the input gradient is g = δ₁W₁ with δᵢ = sᵢ ⊙ (δᵢ₊₁Wᵢ₊₁) and factors s that stay. For a
 * function P of g, let t₀ = ∂P/∂g and tᵢ = sᵢ ⊙ (tᵢ₋₁Wᵢᵀ): the forward pass without biases, with
 * the same factors. Then ∂P/∂Wᵢ = δᵢᵀtᵢ₋₁: what an update multiplies out of any pass, with t in the
 * place of the inputs. A spectral normalisation divides both passes by σ, and corrects as it does
 * any gradient.
 */
final class DoubleBackward {
  private final DenseNetwork network;
  private final List<LayerTraining> parts;
  private final int hiddenLayers;
  private final List<Matrix> derivatives = new ArrayList<>();
  private final List<ForwardInput> forms = new ArrayList<>();
  private final WorkQueue queue;
  private final int rows;
  private @Nullable Matrix first;

  DoubleBackward(DenseNetwork network, List<LayerTraining> parts, int rows) {
    this.network = network;
    this.parts = parts;
    hiddenLayers = parts.size() - 1;
    this.rows = rows;
    // What comes out of the last layer matters to the last layer's spectral norm alone.
    int ways = hiddenLayers + (parts.get(hiddenLayers).linear().needsDoubleBackward() ? 1 : 0);
    for (int i = 0; i < ways; i++) {
      DenseLayer layer = network.layers().get(i);
      forms.add(network.arithmetic().forwardInput(rows, layer.inputs()));
      derivatives.add(network.arithmetic().allocate(rows, layer.outputs()));
    }
    queue = new WorkQueue(ways + 1);
  }

  /** Computes what {@link #input} returns from a function's derivative by the input gradient. */
  void run(Matrix byInGradient, int workers, Scratch[] scratches) {
    first = byInGradient;
    if (!derivatives.isEmpty()) {
      queue.reset();
      network.arithmetic().beforeWork();
      network
          .team()
          .run(workers, (worker, barrier) -> run(barrier, byInGradient, scratches[worker]));
    }
  }

  private void run(Barrier barrier, Matrix byInGradient, Scratch scratch) {
    takeInput(barrier, byInGradient);
    Matrix in = byInGradient;
    for (int i = 0; i < derivatives.size(); i++) {
      if (i > 0) {
        barrier.await();
      }
      Matrix out = derivatives.get(i);
      LayerTraining part = parts.get(i);
      List<Share> shares = part.outputShares();
      for (int s = queue.next(i); s < shares.size(); s = queue.next(i)) {
        Share own = shares.get(s);
        if (i < hiddenLayers) {
          part.doubleBackward(own, in, forms.get(i), out, scratch);
        } else {
          part.doubleBackwardToLinear(own, in, forms.get(i), out, scratch);
        }
        if (i < derivatives.size() - 1) {
          forms.get(i + 1).take(out, rows, own.from(), own.count());
        }
      }
      in = out;
    }
  }

  private void takeInput(Barrier barrier, Matrix byInGradient) {
    ForwardInput form = forms.get(0);
    if (form.isCopy()) {
      List<Share> shares = parts.get(0).inputShares();
      int phase = derivatives.size();
      for (int s = queue.next(phase); s < shares.size(); s = queue.next(phase)) {
        form.take(byInGradient, rows, shares.get(s).from(), shares.get(s).count());
      }
      barrier.await();
    }
  }

  /** Returns t of the layer below, for the network's first layer what was given. */
  Matrix input(int layer) {
    if (first == null) {
      throw new IllegalStateException("nothing went through yet");
    }
    return layer == 0 ? first : derivatives.get(layer - 1);
  }

  void free() {
    derivatives.forEach(Matrix::free);
  }
}
