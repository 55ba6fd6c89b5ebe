package io.github.gan4j.report.html;

import io.github.gan4j.report.health.Diversity;
import io.github.gan4j.report.health.RunFigures;
import io.github.gan4j.report.health.Stretch;
import io.github.gan4j.report.html.Chart.Mark;
import io.github.gan4j.report.html.Line.Point;
import io.github.gan4j.training.EpochEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The curves of a run. */
final class Charts {
  private static final int Y_TICKS = 5;

  /** More than a bold line shows on a wide screen. */
  private static final int MOST_POINTS = 400;

  private final RunView view;
  private final RunFigures figures;
  private final double epochs;

  Charts(RunView view) {
    this.view = view;
    this.figures = view.figures();
    epochs = Math.max(1, view.step()) / (double) view.run().stepsPerEpoch();
  }

  String html() {
    return losses().html() + probabilities().html() + diversity().html() + speed().html();
  }

  private Chart losses() {
    List<Line> lines =
        List.of(
            steps("discriminator", "first", Stretch::discriminator),
            steps("generator", "second", Stretch::generator),
            epochs("discriminator", "first", epoch -> epoch.summary().discriminator()),
            epochs("generator", "second", epoch -> epoch.summary().generator()));
    List<Mark> marks = new ArrayList<>();
    figures
        .guessingLoss()
        .ifPresent(loss -> marks.add(new Mark(loss, guessing(figures.config().loss()))));
    String explanation =
        "Thin: by step. Bold: means of epochs. The discriminator's loss is real plus fake."
            + (marks.isEmpty()
                ? ""
                : " At the dotted line it only guesses; far below it tells real from generated with"
                    + " ease.");
    return new Chart("Losses", explanation, lines, marks, lossAxis(lines, marks), epochs);
  }

  private Chart probabilities() {
    List<Line> lines =
        List.of(
            steps("real images", "third", Stretch::realProbability),
            steps("generated images", "second", Stretch::fakeProbability),
            epochs("real images", "third", epoch -> epoch.summary().realProbability()),
            epochs("generated images", "second", epoch -> epoch.summary().fakeProbability()));
    Axis axis = Axis.exact(0, 1, Y_TICKS);
    if (figures.hasProbabilities()) {
      return new Chart(
          "What the discriminator thinks",
          "Its mean probability of \"real\". The closer both lines are to each other, the better"
              + " the generated images pass.",
          lines,
          List.of(new Mark(0.5, "a guess")),
          axis,
          epochs);
    }
    return new Chart(
        "What the discriminator thinks",
        "Its mean score, squeezed into 0 to 1. With this loss these are no probabilities: look at"
            + " the gap between the lines and how it changes.",
        lines,
        List.of(),
        axis,
        epochs);
  }

  private Chart diversity() {
    List<Diversity> all = figures.diversities();
    int every = every(all.size());
    List<Point> points = new ArrayList<>();
    for (int i = every - 1; i < all.size(); i += every) {
      points.add(new Point(inEpochs((double) all.get(i).step()), all.get(i).ratio()));
    }
    double highest = points.stream().mapToDouble(Point::y).filter(Double::isFinite).max().orElse(1);
    return new Chart(
        "Diversity",
        "How far 64 generated images are from each other, compared with real ones. Near 1 they vary"
            + " alike; a fall towards 0 is mode collapse.",
        List.of(new Line("diversity", "first", false, points)),
        List.of(new Mark(1, "as varied as real images")),
        Axis.rounded(0, Math.max(1.2, highest), Y_TICKS),
        epochs);
  }

  private Chart speed() {
    double images = (double) figures.config().batchSize() * view.run().stepsPerEpoch();
    Line line = epochs("images/s", "first", epoch -> images / epoch.seconds());
    double highest = line.points().stream().mapToDouble(Point::y).max().orElse(1);
    return new Chart(
        "Speed",
        "Real images a second, by epoch; the generator makes as many.",
        List.of(line),
        List.of(),
        Axis.rounded(0, highest, Y_TICKS),
        epochs);
  }

  private Line steps(String name, String style, ToDoubleFunction<Stretch> value) {
    List<Stretch> stretches = figures.stretches();
    int count = stretches.size();
    // The newest, shorter than the others, would stick out.
    if (count > 1 && stretches.get(count - 1).steps() * 2 < stretches.get(0).steps()) {
      count--;
    }
    List<Point> points = new ArrayList<>();
    for (Stretch stretch : stretches.subList(0, count)) {
      double middle = stretch.step() - stretch.steps() / 2.0;
      points.add(new Point(inEpochs(middle), value.applyAsDouble(stretch)));
    }
    return new Line(name, style, true, points);
  }

  /** Means stand in the middle of what they are means of. */
  private Line epochs(String name, String style, ToDoubleFunction<EpochEvent> value) {
    List<EpochEvent> all = view.epochs();
    int every = every(all.size());
    List<Point> points = new ArrayList<>();
    for (int i = every - 1; i < all.size(); i += every) {
      EpochEvent epoch = all.get(i);
      points.add(new Point(epoch.epoch() - 0.5, value.applyAsDouble(epoch)));
    }
    return new Line(name, style, false, points);
  }

  /** The axis leaves out the wildest hundredths, which would press all else flat. */
  private static Axis lossAxis(List<Line> lines, List<Mark> marks) {
    double[] values =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(Point::y)
            .sorted()
            .toArray();
    double low = values.length == 0 ? 0 : values[values.length / 100];
    double high = values.length == 0 ? 1 : values[values.length - 1 - values.length / 100];
    double shown =
        Stream.concat(marks.stream().map(Mark::y), Stream.of(high)).max(Double::compare).get();
    return Axis.rounded(Math.min(0, low), shown * 1.02, Y_TICKS);
  }

  private static String guessing(String loss) {
    return loss.equals("non-saturating") ? "2\u00b7ln 2: only guessing" : "only guessing";
  }

  private static int every(int points) {
    return Math.max(1, (points + MOST_POINTS - 1) / MOST_POINTS);
  }

  private double inEpochs(double step) {
    return step / view.run().stepsPerEpoch();
  }
}
