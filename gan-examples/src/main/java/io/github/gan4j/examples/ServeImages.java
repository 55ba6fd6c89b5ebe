package io.github.gan4j.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.gan4j.TrainedGan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves generated images over HTTP: {@code /7.png} is the image of seed 7. Sixteen threads share
 * one model, which is thread-safe: the image of a seed is the same whoever asks beside.
 *
 * <p>Arguments: the model (mnist/digits.safetensors, which TrainOnMnist leaves) and the port (8080;
 * 0 for any that is free).
 */
public final class ServeImages {
  private static final Pattern IMAGE = Pattern.compile("/(\\d{1,18})\\.png");

  private ServeImages() {}

  public static void main(String[] args) throws IOException {
    Path model = Path.of(args.length > 0 ? args[0] : "mnist/digits.safetensors");
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 8080;

    TrainedGan gan = TrainedGan.load(model); // once, for as long as the service lives
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/", exchange -> answer(exchange, gan));
    server.start();
    System.out.printf("http://localhost:%d/7.png%n", server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, TrainedGan gan) throws IOException {
    try (exchange) {
      Matcher path = IMAGE.matcher(exchange.getRequestURI().getPath());
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
      } else if (!path.matches()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        // region png
        long seed = Long.parseLong(path.group(1));
        byte[] png = gan.generate(1, seed).png(0); // by as many threads at once as there are
        // endregion
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, png.length);
        exchange.getResponseBody().write(png);
      }
    }
  }
}
