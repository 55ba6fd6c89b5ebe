package io.github.gan4j.report.html;

import io.github.gan4j.report.health.Diversity;
import io.github.gan4j.report.health.Stretch;
import io.github.gan4j.report.html.Line.Point;
import io.github.gan4j.training.EpochEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A run's figures as lines over epochs, with no more points than a wide screen shows. */
final class RunLines {
  private static final int MOST_POINTS = 400;

  private final RunView view;

  RunLines(RunView view) {
    this.view = view;
  }

  /** Returns how many epochs the steps so far make; above 0. */
  double length() {
    return inEpochs((double) Math.max(1, view.step()));
  }

  /** Returns a thin line of single steps, or of means over few. */
  Line steps(String name, String style, ToDoubleFunction<Stretch> value) {
    List<Stretch> stretches = view.figures().stretches();
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

  /** Returns a bold line of epochs. Means stand in the middle of what they are means of. */
  Line epochs(String name, String style, ToDoubleFunction<EpochEvent> value) {
    List<EpochEvent> all = view.epochs();
    int every = every(all.size());
    List<Point> points = new ArrayList<>();
    for (int i = every - 1; i < all.size(); i += every) {
      EpochEvent epoch = all.get(i);
      points.add(new Point(epoch.epoch() - 0.5, value.applyAsDouble(epoch)));
    }
    return new Line(name, style, false, points);
  }

  Line diversity(String name, String style) {
    List<Diversity> all = view.figures().diversities();
    int every = every(all.size());
    List<Point> points = new ArrayList<>();
    for (int i = every - 1; i < all.size(); i += every) {
      points.add(new Point(inEpochs((double) all.get(i).step()), all.get(i).ratio()));
    }
    return new Line(name, style, false, points);
  }

  private static int every(int points) {
    return Math.max(1, (points + MOST_POINTS - 1) / MOST_POINTS);
  }

  private double inEpochs(double step) {
    return step / view.run().stepsPerEpoch();
  }
}
