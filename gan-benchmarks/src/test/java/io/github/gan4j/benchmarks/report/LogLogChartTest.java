package io.github.gan4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.benchmarks.report.LogLogChart.Line;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LogLogChartTest {
  @Test
  void showsLabelsTicksAndLegend() throws Exception {
    Document svg = svg(new Line("fast & <small>", false, List.of(0.6, 3.0, 10.0)));

    assertThat(texts(svg))
        .containsExactly(
            "16",
            "32",
            "64",
            "0.5",
            "1",
            "2",
            "5",
            "10",
            "20",
            "batch",
            "ms a step",
            "fast & <small>");
  }

  @Test
  void equalFactorsAreEqualDistances() throws Exception {
    Document svg = svg(new Line("line", false, List.of(1.0, 3.0, 9.0)));

    List<double[]> points = points(svg);
    assertThat(points).hasSize(3);
    assertThat(points.get(1)[0] - points.get(0)[0])
        .isCloseTo(points.get(2)[0] - points.get(1)[0], offset());
    assertThat(points.get(1)[1] - points.get(0)[1])
        .isNegative()
        .isCloseTo(points.get(2)[1] - points.get(1)[1], offset());
  }

  @Test
  void whatWasNotMeasuredIsLeftOut() throws Exception {
    assertThat(points(svg(new Line("line", true, List.of(1.0, Double.NaN, 9.0))))).hasSize(2);
    assertThat(points(svg(new Line("line", true, List.of(Double.NaN, Double.NaN, Double.NaN)))))
        .isEmpty();
  }

  private static Document svg(Line line) throws Exception {
    String svg = new LogLogChart("batch", "ms a step", List.of(16, 32, 64), List.of(line)).svg();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  /** Returns the points of the first line. */
  private static List<double[]> points(Document svg) {
    String points = elements(svg, "polyline").get(0).getAttribute("points");
    return points.isEmpty()
        ? List.of()
        : List.of(points.split(" ", -1)).stream()
            .map(
                point -> {
                  String[] xy = point.split(",", -1);
                  return new double[] {Double.parseDouble(xy[0]), Double.parseDouble(xy[1])};
                })
            .toList();
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Offset<Double> offset() {
    // Coordinates are written to 0.1.
    return Offset.offset(0.11);
  }
}
