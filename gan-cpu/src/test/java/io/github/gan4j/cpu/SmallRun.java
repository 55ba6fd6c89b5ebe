package io.github.gan4j.cpu;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A run of twenty steps with all that a dense layer can have, and the hash of what came of it. */
final class SmallRun {
  static final int STEPS = 20;
  private static final int THREADS = 2;

  private SmallRun() {}

  /** Prints the hash, for a test in another process. */
  public static void main(String[] args) throws IOException {
    try (CpuEngine engine = new CpuEngine(THREADS)) {
      System.out.println("hash " + hash(engine));
    }
  }

  static GanBuilder builder() {
    return Gan.builder()
        .latentDim(8)
        .mlp(24, 40)
        .generator(generator -> generator.batchNorm(BatchNorm.of(0.1, 1e-5)))
        .discriminator(discriminator -> discriminator.dropout(0.2))
        .batchSize(32)
        .stepsPerEpoch(STEPS)
        .epochs(1)
        .emaDecay(0.9)
        .seed(7);
  }

  /** Trains on as many threads as another process does, and returns the hash of all weights. */
  static String hash() throws IOException {
    try (CpuEngine engine = new CpuEngine(THREADS)) {
      return hash(engine);
    }
  }

  static String hash(CpuEngine engine) throws IOException {
    try (TrainedGan gan = builder().engine(engine).train(new Patterns())) {
      return hash(gan);
    }
  }

  /** Returns the hash of the weights alone: the file's header may hold times. */
  static String hash(TrainedGan gan) throws IOException {
    Path folder = Files.createTempDirectory("small-run");
    Path file = folder.resolve("model.safetensors");
    try {
      gan.save(file);
      byte[] bytes = Files.readAllBytes(file);
      int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, Long.BYTES + header, bytes.length - Long.BYTES - header);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Stripes, each at another place. */
  static final class Patterns implements Dataset {
    private static final ImageShape SHAPE = ImageShape.grey(5, 4);

    @Override
    public String name() {
      return "patterns";
    }

    @Override
    public int size() {
      return 100;
    }

    @Override
    public ImageShape shape() {
      return SHAPE;
    }

    @Override
    public void read(int index, float[] into, int offset) {
      for (int i = 0; i < SHAPE.size(); i++) {
        into[offset + i] = (i + index) % 7 < 3 ? 0.9f : -0.8f;
      }
    }
  }
}
