package io.github.gan4j.report.html;

import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import java.util.List;

/** The epochs in figures, as a table that can be unfolded. */
final class EpochTable {
  private static final int MOST_ROWS = 200;

  private EpochTable() {}

  static String html(RunView view) {
    List<EpochEvent> epochs = view.epochs();
    if (epochs.isEmpty()) {
      return "<p>No epoch is done yet.</p>";
    }
    int every = Math.max(1, (epochs.size() + MOST_ROWS - 1) / MOST_ROWS);
    boolean probabilities = view.figures().hasProbabilities();
    StringBuilder html = new StringBuilder();
    html.append("<details id=\"figures\"><summary>Figures by epoch</summary>\n")
        .append(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures by epoch\">")
        .append("<table class=\"numbers\">\n<caption>Means over the steps of an epoch")
        .append(every == 1 ? "" : "; every " + every + "th epoch")
        .append("</caption>\n<thead><tr>");
    for (String head :
        List.of(
            "Epoch",
            "D loss",
            "G loss",
            probabilities ? "D(real)" : "D score, real",
            probabilities ? "D(generated)" : "D score, generated",
            "Images/s",
            "Time")) {
      html.append("<th scope=\"col\">").append(head).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    double images = (double) view.run().config().batchSize() * view.run().stepsPerEpoch();
    for (int i = every - 1; i < epochs.size(); i += every) {
      EpochEvent event = epochs.get(i);
      EpochSummary epoch = event.summary();
      html.append("<tr><th scope=\"row\">").append(epoch.epoch()).append("</th>");
      cell(html, Figures.loss(epoch.discriminator()));
      cell(html, Figures.loss(epoch.generator()));
      cell(html, Figures.loss(epoch.realProbability()));
      cell(html, Figures.loss(epoch.fakeProbability()));
      cell(html, Figures.count(images / event.seconds()));
      cell(html, Figures.duration(event.seconds()));
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table></div></details>").toString();
  }

  private static void cell(StringBuilder html, String text) {
    html.append("<td>").append(text).append("</td>");
  }
}
