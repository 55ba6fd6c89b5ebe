package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.team.Barrier;
import io.github.gan4j.cpu.internal.team.WorkQueue;
import java.util.ArrayList;
import java.util.List;

/** Room for rows on their way through the layers. Its workers share the columns of each layer. */
final class InferenceLane {
  private final List<InferenceLayer> layers;
  private final List<Share> inputShares;
  private final List<Matrix> hidden = new ArrayList<>();
  private final List<ForwardInput> forms = new ArrayList<>();
  private final List<List<Share>> shares = new ArrayList<>();
  private final WorkQueue queue;

  InferenceLane(DenseNetwork network, List<InferenceLayer> layers, int rows, int workers) {
    this.layers = layers;
    Arithmetic arithmetic = network.arithmetic();
    int inputs = network.spec().inputs();
    inputShares = Share.cut(inputs, arithmetic.columnsAtOnce(inputs, workers));
    for (InferenceLayer layer : layers) {
      forms.add(arithmetic.forwardInput(rows, inputs));
      shares.add(layer.outputShares(arithmetic, workers));
      if (forms.size() < layers.size()) {
        hidden.add(arithmetic.allocate(rows, layer.outputs));
      }
      inputs = layer.outputs;
    }
    queue = new WorkQueue(layers.size() + 1);
  }

  /** Gets ready for the next rows; no worker may be on its way. */
  void reset() {
    queue.reset();
  }

  /** Does one worker's part of the way of some rows. */
  void forward(Barrier barrier, Scratch scratch, int rows, Matrix first, Matrix last) {
    takeInput(barrier, first, rows);
    Matrix in = first;
    for (int i = 0; i < layers.size(); i++) {
      if (i > 0) {
        barrier.await();
      }
      boolean atEnd = i == hidden.size();
      Matrix out = atEnd ? last : hidden.get(i);
      List<Share> own = shares.get(i);
      for (int s = queue.next(i); s < own.size(); s = queue.next(i)) {
        layers.get(i).forward(rows, in, forms.get(i), own.get(s), out, scratch);
        if (!atEnd) {
          forms.get(i + 1).take(out, rows, own.get(s).from(), own.get(s).count());
        }
      }
      in = out;
    }
  }

  private void takeInput(Barrier barrier, Matrix first, int rows) {
    ForwardInput form = forms.get(0);
    if (form.isCopy()) {
      int phase = layers.size();
      for (int s = queue.next(phase); s < inputShares.size(); s = queue.next(phase)) {
        form.take(first, rows, inputShares.get(s).from(), inputShares.get(s).count());
      }
      barrier.await();
    }
  }

  void free() {
    hidden.forEach(Matrix::free);
  }
}
