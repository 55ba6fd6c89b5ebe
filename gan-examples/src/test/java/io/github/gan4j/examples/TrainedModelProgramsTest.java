package io.github.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.dl4j.NdArrays;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that use the model which TrainOnMnist leaves. */
class TrainedModelProgramsTest {
  private static final int CLIENTS = 16;
  private static final int REQUESTS = 12;

  @TempDir private static Path trained;
  private static Path model;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    assertThat(Printed.by(TrainOnMnist::main, trained, 200)).isNotEmpty();
    model = trained.resolve("digits.safetensors");
  }

  @Test
  void sixteenClientsAtOnceGetTheImagesOfTheirSeeds() throws Exception {
    try (ChildProgram server =
            ChildProgram.start(ServeImages.class, folder.resolve("server.txt"), model, 0);
        TrainedGan gan = TrainedGan.load(model)) {
      URI address = addressOf(server);
      HttpClient client = HttpClient.newHttpClient();
      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      try {
        List<Future<byte[]>> answers = new ArrayList<>();
        for (int seed = 0; seed < CLIENTS * REQUESTS; seed++) {
          URI image = address.resolve("/" + seed + ".png");
          answers.add(clients.submit(() -> pngAt(client, image)));
        }
        for (int seed = 0; seed < answers.size(); seed++) {
          assertThat(answers.get(seed).get()).isEqualTo(gan.generate(1, seed).png(0));
        }
      } finally {
        clients.shutdownNow();
      }
    }
  }

  @Test
  void theServerRefusesWhatIsNoImageAndGoesOn() throws Exception {
    try (ChildProgram server =
        ChildProgram.start(ServeImages.class, folder.resolve("server.txt"), model, 0)) {
      URI address = addressOf(server);
      HttpClient client = HttpClient.newHttpClient();
      for (String path :
          List.of("/", "/seven.png", "/-1.png", "/9999999999999999999.png", "/7.png/x")) {
        HttpRequest get = HttpRequest.newBuilder(address.resolve(path)).build();
        assertThat(client.send(get, BodyHandlers.discarding()).statusCode())
            .as(path)
            .isEqualTo(404);
      }
      HttpRequest delete = HttpRequest.newBuilder(address.resolve("/7.png")).DELETE().build();
      assertThat(client.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
      assertThat(pngAt(client, address.resolve("/7.png"))).isNotEmpty();
    }
  }

  private static URI addressOf(ChildProgram server) throws Exception {
    Pattern address = Pattern.compile("http://localhost:\\d+/7\\.png\\R");
    server.await(() -> address.matcher(server.printed()).find());
    return URI.create(
        address
            .matcher(server.printed())
            .results()
            .map(MatchResult::group)
            .findFirst()
            .orElseThrow()
            .trim());
  }

  private static byte[] pngAt(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("image/png");
    return response.body();
  }

  @Test
  void thinDigitsBecomeBold() throws IOException {
    String printed = Printed.by(LatentArithmeticOnDigits::main, model, folder);

    List<Double> ink =
        Pattern.compile("\\d+[.,]\\d")
            .matcher(printed)
            .results()
            .map(number -> Double.valueOf(number.group().replace(',', '.')))
            .toList();
    assertThat(ink).hasSize(2);
    assertThat(ink.get(1)).isGreaterThan(1.1 * ink.get(0));
    assertThat(ImageIO.read(folder.resolve("thin-and-bold.png").toFile()).getWidth())
        .isGreaterThan(20 * 28);
  }

  @Test
  void deeplearning4jMakesTheSameDigitsAndLoadsTheNetwork() throws IOException {
    String printed = Printed.by(UseInDeeplearning4j::main, model, folder);

    assertThat(printed).containsPattern("largest difference to gan.generate\\(64, 1\\): 0[.,]0000");
    MultiLayerNetwork network =
        MultiLayerNetwork.load(folder.resolve("generator.zip").toFile(), false);
    try (TrainedGan gan = TrainedGan.load(model)) {
      float[] loaded =
          NdArrays.toImages(network.output(NdArrays.ofLatents(gan.generator().latents(4, 9))), gan)
              .toArray();
      float[] expected = gan.generate(4, 9).toArray();
      for (int i = 0; i < expected.length; i++) {
        assertThat(loaded[i]).isCloseTo(expected[i], within(1e-5f));
      }
      assertThat(ImageIO.read(folder.resolve("digits.png").toFile())).isNotNull();
    }
  }
}
