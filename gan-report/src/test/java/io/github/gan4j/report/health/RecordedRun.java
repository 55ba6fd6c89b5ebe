package io.github.gan4j.report.health;

import io.github.gan4j.Gan;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.loss.Losses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The figures of real runs, each 1200 steps long or 600, as they were measured. */
final class RecordedRun {
  private RecordedRun() {}

  /** Returns the first steps of a run, up to a multiple of 25. */
  static RunFigures read(String name, int steps) {
    List<Stretch> stretches = new ArrayList<>();
    List<Diversity> diversities = new ArrayList<>();
    lines(name)
        .skip(2)
        .map(line -> line.split(",", -1))
        .filter(cells -> Long.parseLong(cells[0]) <= steps)
        .forEach(
            cells -> {
              long step = Long.parseLong(cells[0]);
              stretches.add(
                  new Stretch(
                      step,
                      25,
                      Double.parseDouble(cells[1]),
                      Double.parseDouble(cells[2]),
                      Double.parseDouble(cells[3]),
                      Double.parseDouble(cells[4])));
              if (!cells[5].isEmpty()) {
                diversities.add(new Diversity(step, Double.parseDouble(cells[5])));
              }
            });
    GanConfig config = config(name);
    return new RunFigures(
        config, Losses.byName(config.objective().loss()).orElseThrow(), stretches, diversities);
  }

  private static GanConfig config(String name) {
    String loss =
        name.startsWith("hinge")
            ? "hinge"
            : name.startsWith("least-squares") ? "least-squares" : "non-saturating";
    return Gan.builder().loss(Losses.byName(loss).orElseThrow()).config();
  }

  private static Stream<String> lines(String name) {
    try (InputStream in = RecordedRun.class.getResourceAsStream(name + ".csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
