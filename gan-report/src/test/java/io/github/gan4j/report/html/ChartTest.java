package io.github.gan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.report.html.Chart.Mark;
import io.github.gan4j.report.html.Line.Point;
import io.github.gan4j.report.internal.Axis;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

  @Test
  void pointsAreDrawnInThousandthsFromTheUpperLeft() {
    Line line =
        new Line(
            "loss", "first", false, List.of(new Point(0, 0), new Point(1, 2), new Point(4, 1)));

    assertThat(chart(line, 4).html()).contains("points=\"0.0,1000.0 250.0,0.0 1000.0,500.0 \"");
  }

  @Test
  void onePointIsADotAndNoneIsNothing() {
    assertThat(chart(new Line("a", "first", false, List.of(new Point(2, 1))), 2).html())
        .contains("<circle class=\"dot first\" cx=\"100.00%\" cy=\"108.0\" r=\"4\"/>");
    assertThat(
            chart(new Line("a", "first", false, List.of(new Point(1, 1), new Point(2, 1))), 2)
                .html())
        .doesNotContain("<circle");
    assertThat(chart(new Line("a", "first", false, List.of(new Point(1, 99))), 2).html())
        .as("off the axis")
        .doesNotContain("<circle");
    assertThat(chart(new Line("a", "first", false, List.of()), 2).html())
        .doesNotContain("polyline", "<circle")
        .contains("none yet");
  }

  @Test
  void thinLineSpeaksUntilThereIsABoldOne() {
    Line thin = new Line("loss", "first", true, List.of(new Point(0.1, 1.5), new Point(0.2, 1.25)));
    Line bold = new Line("loss", "first", false, List.of(new Point(0.5, 0.75)));
    Line empty = new Line("loss", "first", false, List.of());

    assertThat(chart(List.of(thin, empty), 1).html())
        .contains(">newest: loss 1.250</output>")
        .containsOnlyOnce("thin\" data-name=\"loss\"");
    assertThat(chart(List.of(thin, bold), 1).html())
        .contains(">newest: loss 0.750</output>")
        .containsOnlyOnce("series first\" data-name=\"loss\"")
        .doesNotContain("thin\" data-name");
  }

  @Test
  void whatIsNotFiniteIsLeftOutAndWhatIsFarOutStaysShort() {
    Line line =
        new Line(
            "a",
            "first",
            false,
            List.of(new Point(1, Double.NaN), new Point(1, 1), new Point(2, 1e300)));

    assertThat(chart(line, 2).html()).contains("points=\"500.0,500.0 1000.0,-1000.0 \"");
  }

  @Test
  void marksAreNamedInTheLegendWhereNoCurveCrossesThem() {
    Line line = new Line("D < G", "first", false, List.of(new Point(1, 1.25)));

    assertThat(chart(line, 2).html())
        .contains(
            "<line class=\"mark\" x1=\"1\" x2=\"25\" y1=\"5\" y2=\"5\"/></svg>only guessing</li>")
        .doesNotContain("only guessing</text>")
        .contains("aria-label=\"Title. newest: D &lt; G 1.250\"")
        .contains("data-name=\"D &lt; G\"");
  }

  private static Chart chart(Line line, double epochs) {
    return chart(List.of(line), epochs);
  }

  private static Chart chart(List<Line> lines, double epochs) {
    return new Chart(
        "Title",
        "Explanation.",
        lines,
        List.of(new Mark(1, "only guessing")),
        Axis.exact(0, 2, 4),
        epochs,
        "none yet");
  }
}
