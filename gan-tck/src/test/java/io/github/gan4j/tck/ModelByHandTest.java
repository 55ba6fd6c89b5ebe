package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.Conditioning.Kind;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.file.SafeTensors;
import io.github.gan4j.tck.reference.ReferenceEngine;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A model file multiplies out as docs/guide/models.md says: spectral norms, and where classes go.
 */
class ModelByHandTest {
  private static final int CLASSES = 3;
  private static final int[] LABELS = {2, 0, 1, 1};

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void bothPlayersAreWhatTheGuideSays(Kind kind) throws IOException {
    Conditioning conditioning =
        new Conditioning(kind, CLASSES, kind == Kind.AUXILIARY_CLASSIFIER ? 1 : 0);
    Path file = folder.resolve("model.safetensors");
    try (ReferenceEngine engine = new ReferenceEngine();
        TrainedGan gan =
            Gan.builder()
                .latentDim(5)
                .generator(g -> g.hidden(7, 6).noBatchNorm().spectralNorm())
                .discriminator(d -> d.hidden(6, 5).spectralNorm())
                .conditional(conditioning)
                .adam(0.02, 0.5, 0.9)
                .emaDecay(0.9)
                .batchSize(6)
                .epochs(8)
                .engine(engine)
                .train(new RandomImages(30, CLASSES))) {
      gan.save(file);
      SafeTensors model = SafeTensors.read(file);
      float[][] latents = gan.generator().latents(LABELS.length, 3);
      Images made = gan.generator().decode(latents, LABELS);
      float[] logits = gan.discriminator().logits(made, LABELS);

      for (int i = 0; i < LABELS.length; i++) {
        double[] image = outputs(model, "generator", withClass(doubles(latents[i]), LABELS[i]));
        for (int pixel = 0; pixel < image.length; pixel++) {
          image[pixel] = Math.tanh(image[pixel]);
        }
        assertThat(doubles(made.values(i))).containsExactly(image, within(1e-6));

        double[] pixels = doubles(made.values(i));
        double[] out =
            outputs(
                model,
                "discriminator",
                kind == Kind.CONCATENATION ? withClass(pixels, LABELS[i]) : pixels);
        assertThat(out).hasSize(kind == Kind.CONCATENATION ? 1 : 1 + CLASSES);
        double logit = kind == Kind.PROJECTION ? out[0] + out[1 + LABELS[i]] : out[0];
        assertThat((double) logits[i]).isCloseTo(logit, within(1e-6));
      }
    }
  }

  private static double[] withClass(double[] row, int label) {
    double[] longer = Arrays.copyOf(row, row.length + CLASSES);
    longer[row.length + label] = 1;
    return longer;
  }

  /** Returns what the last layer gives before its activation. */
  private static double[] outputs(SafeTensors model, String player, double[] in) {
    double[] x = in;
    for (int n = 0; n < 3; n++) {
      String layer = player + ".layers." + n + ".";
      double[] weight = tensor(model, layer + "linear.weight");
      double[] bias = tensor(model, layer + "linear.bias");
      double[] u = tensor(model, layer + "spectral_norm.u");
      double[] v = tensor(model, layer + "spectral_norm.v");
      double sigma = dot(u, product(weight, v)) / (length(u) * length(v));
      double[] y = product(weight, x);
      for (int o = 0; o < y.length; o++) {
        double z = y[o] / sigma + bias[o];
        y[o] = n == 2 || z > 0 ? z : 0.2 * z;
      }
      x = y;
    }
    return x;
  }

  private static double[] product(double[] weight, double[] x) {
    double[] y = new double[weight.length / x.length];
    for (int o = 0; o < y.length; o++) {
      y[o] = dot(Arrays.copyOfRange(weight, o * x.length, (o + 1) * x.length), x);
    }
    return y;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double[] tensor(SafeTensors model, String name) {
    FloatBuffer values = model.tensors().get(name).values().duplicate();
    float[] floats = new float[values.remaining()];
    values.get(floats);
    return doubles(floats);
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }
}
