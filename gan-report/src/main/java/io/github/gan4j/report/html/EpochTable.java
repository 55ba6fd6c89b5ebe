package io.github.gan4j.report.html;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.report.html.RunView.State;
import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.report.internal.MethodFigures;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The epochs in figures, as a table that can be unfolded. */
final class EpochTable {
  private static final int MOST_ROWS = 200;

  private record Column(String head, Function<EpochEvent, String> cell) {}

  private final List<Column> columns = new ArrayList<>();

  private EpochTable() {}

  static String html(RunView view) {
    List<EpochEvent> epochs = view.epochs();
    if (epochs.isEmpty()) {
      return view.state() == State.RUNNING
          ? "<p>No epoch is done yet.</p>"
          : "<p>The run ended before an epoch was done.</p>";
    }
    EpochTable table = new EpochTable();
    table.addColumns(view);
    return table.html(epochs);
  }

  private void addColumns(RunView view) {
    GanConfig config = view.figures().config();
    boolean probabilities = view.figures().hasProbabilities();
    add("D loss", EpochSummary::discriminator);
    add("G loss", EpochSummary::generator);
    add(probabilities ? "D(real)" : "D score, real", EpochSummary::realProbability);
    add(probabilities ? "D(generated)" : "D score, generated", EpochSummary::fakeProbability);
    if (MethodFigures.hasPenalties(config)) {
      add("Penalty", EpochSummary::penalty);
    }
    if (MethodFigures.hasClassLoss(config)) {
      add("D class loss", EpochSummary::discriminatorClassLoss);
      add("G class loss", EpochSummary::generatorClassLoss);
    }
    add("D rate", EpochSummary::discriminatorRate);
    add("G rate", EpochSummary::generatorRate);
    double images = (double) view.run().imagesPerStep() * view.run().stepsPerEpoch();
    columns.add(new Column("Images/s", epoch -> Figures.count(images / epoch.seconds())));
    columns.add(new Column("Time", epoch -> Figures.duration(epoch.seconds())));
  }

  private void add(String head, ToDoubleFunction<EpochSummary> figure) {
    columns.add(new Column(head, epoch -> Figures.loss(figure.applyAsDouble(epoch.summary()))));
  }

  private String html(List<EpochEvent> epochs) {
    int every = Math.max(1, (epochs.size() + MOST_ROWS - 1) / MOST_ROWS);
    StringBuilder html = new StringBuilder();
    html.append("<details id=\"figures\"><summary>Figures by epoch</summary>\n")
        .append(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures by epoch\">")
        .append("<table class=\"numbers\">\n<caption>Means over the steps of an epoch")
        .append("; learning rates as of its last step")
        .append(every == 1 ? "" : "; every " + every + "th epoch")
        .append("</caption>\n<thead><tr><th scope=\"col\">Epoch</th>");
    columns.forEach(
        column -> html.append("<th scope=\"col\">").append(column.head).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (int i = every - 1; i < epochs.size(); i += every) {
      EpochEvent epoch = epochs.get(i);
      html.append("<tr><th scope=\"row\">").append(epoch.epoch()).append("</th>");
      columns.forEach(
          column -> html.append("<td>").append(column.cell.apply(epoch)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table></div></details>").toString();
  }
}
