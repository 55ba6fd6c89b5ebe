package io.github.gan4j.report.html;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.report.health.RunFigures;
import io.github.gan4j.report.health.Stretch;
import io.github.gan4j.report.html.Chart.Mark;
import io.github.gan4j.report.html.Line.Point;
import io.github.gan4j.report.html.RunView.State;
import io.github.gan4j.report.internal.Axis;
import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.report.internal.MethodFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The curves of a run: those of every run, and those that its method has beside them. */
final class Charts {
  private static final int Y_TICKS = 5;

  private final RunView view;
  private final RunFigures figures;
  private final RunLines lines;

  Charts(RunView view) {
    this.view = view;
    this.figures = view.figures();
    lines = new RunLines(view);
  }

  String html() {
    GanConfig config = figures.config();
    StringBuilder html = new StringBuilder();
    html.append(losses().html()).append(probabilities().html());
    if (MethodFigures.hasPenalties(config)) {
      html.append(penalty().html());
    }
    if (MethodFigures.hasClassLoss(config)) {
      html.append(classLoss().html());
    }
    html.append(diversity().html());
    if (ratesChange(config)) {
      html.append(rates().html());
    }
    return html.append(speed().html()).toString();
  }

  private boolean ratesChange(GanConfig config) {
    RateSchedule schedule = config.schedule().rateSchedule();
    return schedule.kind() != RateSchedule.Kind.CONSTANT
        || schedule.warmUp() > 0
        || !view.run().rollBacks().isEmpty();
  }

  private Chart losses() {
    List<Line> shown =
        List.of(
            lines.steps("discriminator", "first", Stretch::discriminator),
            lines.steps("generator", "second", Stretch::generator),
            lines.epochs("discriminator", "first", epoch -> epoch.summary().discriminator()),
            lines.epochs("generator", "second", epoch -> epoch.summary().generator()));
    List<Mark> marks = new ArrayList<>();
    figures
        .guessingLoss()
        .ifPresent(loss -> marks.add(new Mark(loss, Figures.loss(loss) + ": only guessing")));
    String explanation =
        "Thin: by step. Bold: means of epochs. The discriminator's loss is real plus fake."
            + (marks.isEmpty()
                ? ""
                : " At the dotted line it only guesses; far below it tells real from generated with"
                    + " ease.");
    return chart("Losses", explanation, shown, marks, axis(shown, marks));
  }

  private Chart probabilities() {
    List<Line> shown =
        List.of(
            lines.steps("real images", "third", Stretch::realProbability),
            lines.steps("generated images", "second", Stretch::fakeProbability),
            lines.epochs("real images", "third", epoch -> epoch.summary().realProbability()),
            lines.epochs("generated images", "second", epoch -> epoch.summary().fakeProbability()));
    boolean meant = figures.hasProbabilities();
    return chart(
        "What the discriminator thinks",
        meant
            ? "Its mean probability of \"real\". The closer both lines are to each other, the"
                + " better the generated images pass."
            : "Its mean score, squeezed into 0 to 1. With this loss these are no probabilities:"
                + " look at the gap between the lines and how it changes.",
        shown,
        meant ? List.of(new Mark(0.5, "a guess")) : List.of(),
        Axis.exact(0, 1, Y_TICKS));
  }

  private Chart penalty() {
    List<Line> shown =
        List.of(
            lines.steps("penalty", "first", Stretch::penalty),
            lines.epochs("penalty", "first", epoch -> epoch.summary().penalty()));
    return chart(
        "Penalty",
        "What the gradient penalties add to the discriminator's loss, where one was due. The losses"
            + " above are without it.",
        shown,
        List.of(),
        axis(shown, List.of()));
  }

  private Chart classLoss() {
    List<Line> shown =
        List.of(
            lines.steps("discriminator", "first", Stretch::discriminatorClassLoss),
            lines.steps("generator", "second", Stretch::generatorClassLoss),
            lines.epochs(
                "discriminator", "first", epoch -> epoch.summary().discriminatorClassLoss()),
            lines.epochs("generator", "second", epoch -> epoch.summary().generatorClassLoss()));
    return chart(
        "Class loss",
        "Cross-entropy of the classes that the discriminator names, weighted: of real plus"
            + " generated images for itself, of generated ones for the generator. The losses above"
            + " are without it.",
        shown,
        List.of(),
        axis(shown, List.of()));
  }

  private Chart diversity() {
    Line line = lines.diversity("diversity", "first");
    double highest = line.points().stream().mapToDouble(Point::y).max().orElse(1);
    return chart(
        "Diversity",
        "How far 64 generated images are from each other, compared with real ones. Near 1 they vary"
            + " alike; a fall towards 0 is mode collapse.",
        List.of(line),
        List.of(new Mark(1, "as varied as real images")),
        Axis.rounded(0, Math.max(1.2, highest), Y_TICKS));
  }

  private Chart rates() {
    List<Line> shown =
        List.of(
            lines.steps("discriminator", "first", Stretch::discriminatorRate).bold(),
            lines.steps("generator", "second", Stretch::generatorRate).bold());
    return chart(
        "Learning rates",
        "As the schedule and steps back after divergence have left them.",
        shown,
        List.of(),
        axis(shown, List.of()));
  }

  private Chart speed() {
    double images = (double) view.run().imagesPerStep() * view.run().stepsPerEpoch();
    Line line = lines.epochs("images/s", "first", epoch -> images / epoch.seconds());
    double highest = line.points().stream().mapToDouble(Point::y).max().orElse(1);
    return chart(
        "Speed",
        "Real images a second that the discriminator trains on, by epoch.",
        List.of(line),
        List.of(),
        Axis.rounded(0, highest, Y_TICKS));
  }

  private Chart chart(
      String title, String explanation, List<Line> shown, List<Mark> marks, Axis axis) {
    String empty =
        view.state() == State.RUNNING
            ? "nothing yet"
            : "none: the run ended before an epoch was done";
    return new Chart(title, explanation, shown, marks, axis, lines.length(), empty);
  }

  /** The axis leaves out the wildest hundredths, which would press all else flat. */
  private static Axis axis(List<Line> shown, List<Mark> marks) {
    double[] values =
        shown.stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(Point::y)
            .sorted()
            .toArray();
    double low = values.length == 0 ? 0 : values[values.length / 100];
    double high = values.length == 0 ? 1 : values[values.length - 1 - values.length / 100];
    double highest =
        Stream.concat(marks.stream().map(Mark::y), Stream.of(high)).max(Double::compare).get();
    return Axis.rounded(Math.min(0, low), highest * 1.02, Y_TICKS);
  }
}
