package io.github.gan4j.fake;

import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stack of linear layers. A normalised layer scales and shifts, and normalises nothing. */
public final class FakeNetwork implements TrainableNetwork {

  /** A vector over an array. */
  private static class ArrayVector implements FlatVector {
    private final float[] values;

    ArrayVector(float[] values) {
      this.values = values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void copyTo(float[] target) {
      System.arraycopy(values, 0, target, 0, values.length);
    }

    @Override
    public void copyFrom(float[] source) {
      System.arraycopy(source, 0, values, 0, values.length);
    }
  }

  private final FakeEngine engine;
  private final NetworkSpec spec;
  private final double learningRate;
  private final double averaging;
  private final float[] parameters;
  private final float[] averaged;
  private final float[] buffers;
  private final float[] gradient;
  private final float[] moments;
  private final List<Double> gradientFactors = new ArrayList<>();
  private int normsAsked;
  private boolean pending;
  private boolean closed;

  FakeNetwork(FakeEngine engine, NetworkSpec spec, double learningRate, double averaging) {
    this.engine = engine;
    this.spec = spec;
    this.learningRate = learningRate;
    this.averaging = averaging;
    parameters = new float[spec.parameterCount()];
    averaged = averaging == 0 ? parameters : new float[parameters.length];
    buffers = new float[spec.bufferCount()];
    gradient = new float[parameters.length];
    moments = new float[2 * parameters.length];
  }

  public String name() {
    return spec.outputs() == 1 ? "D" : "G";
  }

  public boolean closed() {
    return closed;
  }

  public double averaging() {
    return averaging;
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public FlatVector parameters() {
    return new ArrayVector(parameters) {
      @Override
      public void copyFrom(float[] source) {
        super.copyFrom(source);
        System.arraycopy(source, 0, averaged, 0, averaged.length);
        Arrays.fill(gradient, 0);
        pending = false;
      }
    };
  }

  @Override
  public FlatVector buffers() {
    return new ArrayVector(buffers);
  }

  @Override
  public FlatVector averagedParameters() {
    checkOpen();
    return new ArrayVector(averaged);
  }

  @Override
  public FlatVector averagedBuffers() {
    checkOpen();
    return new ArrayVector(buffers);
  }

  @Override
  public FlatVector optimizerState() {
    return new ArrayVector(moments);
  }

  @Override
  public void readGradient(float[] into) {
    System.arraycopy(gradient, 0, into, 0, gradient.length);
  }

  @Override
  public double gradientNorm() {
    normsAsked++;
    double squares = 0;
    for (float value : gradient) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /** Returns how often somebody asked for the gradient's norm. */
  public int normsAsked() {
    return normsAsked;
  }

  /** Returns what the updates so far multiplied the gradient by. */
  public List<Double> gradientFactors() {
    return gradientFactors;
  }

  @Override
  public Pass inferencePass(int maxRows) {
    checkOpen();
    return new Pass() {
      @Override
      public int rows() {
        return maxRows;
      }

      @Override
      public void forward(Tensor in, Tensor out) {
        checkOpen();
        ((FakeTensor) out).write(run(((FakeTensor) in).read())[spec.layers().size()]);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public TrainingPass trainingPass(int rows) {
    checkOpen();
    return new FakePass(this, rows);
  }

  @Override
  public boolean update(long step, double rateFactor, double gradientFactor) {
    if (!pending) {
      throw new IllegalStateException("nothing went backward");
    }
    engine.call(name() + " update " + step + (rateFactor == 1 ? "" : " at " + rateFactor));
    gradientFactors.add(gradientFactor);
    boolean finite = true;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] -= (float) (rateFactor * learningRate * gradientFactor * gradient[i]);
      gradient[i] = 0;
      averaged[i] = (float) (averaging * averaged[i] + (1 - averaging) * parameters[i]);
      finite &= Float.isFinite(parameters[i]);
    }
    pending = false;
    return finite;
  }

  @Override
  public void close() {
    closed = true;
  }

  FakeEngine engine() {
    return engine;
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("network is closed");
    }
  }

  /** Returns the input and each layer's output. */
  double[][][] run(double[][] in) {
    double[][][] values = new double[spec.layers().size() + 1][][];
    values[0] = in;
    int at = 0;
    for (int layer = 0; layer < spec.layers().size(); layer++) {
      int inputs = spec.inputsOf(layer);
      int outputs = spec.layers().get(layer).outputs();
      boolean scaled = !spec.layers().get(layer).hasBias();
      int scale = at + inputs * outputs;
      int shift = scaled ? scale + outputs : scale;
      values[layer + 1] = new double[in.length][outputs];
      for (int row = 0; row < in.length; row++) {
        for (int o = 0; o < outputs; o++) {
          double sum = 0;
          for (int i = 0; i < inputs; i++) {
            sum += parameters[at + o * inputs + i] * values[layer][row][i];
          }
          values[layer + 1][row][o] =
              sum * (scaled ? parameters[scale + o] : 1) + parameters[shift + o];
        }
      }
      at = shift + outputs;
    }
    return values;
  }

  /** Carries a gradient back; the scales of normalised layers stay as they are. */
  double[][] runBack(double[][][] values, double[][] outGradient, boolean keep) {
    double[][] back = outGradient;
    int end = parameters.length;
    for (int layer = spec.layers().size() - 1; layer >= 0; layer--) {
      int inputs = spec.inputsOf(layer);
      int outputs = spec.layers().get(layer).outputs();
      boolean scaled = !spec.layers().get(layer).hasBias();
      int shift = end - outputs;
      int scale = scaled ? shift - outputs : shift;
      int at = scale - inputs * outputs;
      double[][] next = new double[back.length][inputs];
      for (int row = 0; row < back.length; row++) {
        for (int o = 0; o < outputs; o++) {
          double slope = back[row][o] * (scaled ? parameters[scale + o] : 1);
          for (int i = 0; i < inputs; i++) {
            next[row][i] += slope * parameters[at + o * inputs + i];
            if (keep) {
              gradient[at + o * inputs + i] += (float) (slope * values[layer][row][i]);
            }
          }
          if (keep) {
            gradient[shift + o] += (float) back[row][o];
          }
        }
      }
      back = next;
      end = at;
    }
    pending |= keep;
    return back;
  }
}
