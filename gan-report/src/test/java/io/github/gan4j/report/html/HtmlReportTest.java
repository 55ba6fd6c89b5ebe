package io.github.gan4j.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.ConfigChange;
import io.github.gan4j.config.ConfigField;
import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  @TempDir Path root;
  private Path file;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private HtmlReport report;

  @BeforeEach
  void makeReport() {
    file = root.resolve("run/report.html");
    report = new HtmlReport(file, () -> now);
  }

  @Test
  void pageIsThereBeforeTheFirstStep() throws IOException {
    new FakeRun(report, 3, 200).start();

    assertThat(page())
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>squares</h1>", "data-state=\"running\"", "epoch 1 of 3")
        .contains("Too early to tell", "No epoch is done yet.", "nothing yet")
        .contains("fake engine", "Generated, <span id=\"moment\">before training</span>");
  }

  @Test
  void eachEpochIsInThePageOnceItIsDone() throws IOException {
    FakeRun run = new FakeRun(report, 3, 600).start();
    run.steps(1199);
    now = now.plusSeconds(10);
    run.steps(1);

    assertThat(page())
        .contains("epoch 2 of 3, about 1s left", "step 1200 of 1800", "(10s)")
        .contains("after epoch 2", "1.386: only guessing")
        .contains("<th scope=\"row\">2</th><td>7.000</td><td>8.000</td>")
        .contains("<h2 id=\"verdict-title\">Balanced</h2>", "guessing would cost 1.386");
    assertThat(frameSteps()).containsExactly("0", "600", "1200");
  }

  @Test
  void shortEpochsAreWrittenAtMostEveryThreeSecondsAndPicturedEvery200Steps() throws IOException {
    FakeRun run = new FakeRun(report, 100, 50).start();
    now = now.plusMillis(2900);
    run.steps(250);
    assertThat(page()).contains("step 0 of 5000");
    now = now.plusMillis(100);
    run.steps(50);

    assertThat(page()).contains("step 300 of 5000");
    assertThat(frameSteps()).as("the newest too").containsExactly("0", "200", "300");
    run.steps(1).end(Outcome.STOPPED);
    assertThat(page()).contains("step 301 of 5000");
    assertThat(frameSteps()).containsExactly("0", "200", "301");
  }

  @Test
  void intervalDecidesWhenToPicture() throws IOException {
    FakeRun run = new FakeRun(report.every(Interval.steps(4)), 2, 10).start();
    run.steps(20).end(Outcome.COMPLETED);
    assertThat(frameSteps()).containsExactly("0", "4", "8", "12", "16", "20");

    run = new FakeRun(report.every(Interval.epochs(2)), 5, 10).start();
    run.steps(50).end(Outcome.COMPLETED);
    assertThat(frameSteps()).containsExactly("0", "20", "40", "50");
  }

  @Test
  void endIsSaid() throws IOException {
    new FakeRun(report, 3, 5).start().steps(15).end(Outcome.COMPLETED);
    assertThat(page())
        .contains("data-state=\"completed\"", ">done</strong>", "15 steps in", "ended 2026")
        .doesNotContain("http-equiv=\"refresh\"");
    new FakeRun(report, 3, 5).start().steps(7).end(Outcome.STOPPED);
    assertThat(page()).contains(">stopped</strong>", "in epoch 2 of 3, after step 7");
    new FakeRun(report, 3, 5).start().steps(8).end(Outcome.FAILED);
    assertThat(page())
        .contains(
            ">failed</strong>",
            "in epoch 2 of 3, after step 8: java.lang.IllegalStateException: a &lt;fuse&gt; blew");
    new FakeRun(report, 3, 5).start().end(Outcome.FAILED);
    assertThat(page()).contains(">failed</strong>", "before the first step was done");
  }

  @Test
  void timeUntilARunIsResumedDoesNotCount() throws IOException {
    FakeRun first = new FakeRun(report, 3, 5).start().steps(4);
    now = now.plusSeconds(20);
    byte[] state = report.state();
    first.steps(2);
    now = now.plusSeconds(1000);
    HtmlReport second = new HtmlReport(file, () -> now);
    FakeRun resumed = new FakeRun(second, 3, 5).resume(4, state);
    now = now.plusSeconds(5);
    resumed.steps(11).end(Outcome.COMPLETED);
    assertThat(page()).contains("15 steps in 25s");
  }

  @Test
  void timeThatWasForNothingCounts() throws IOException {
    FakeRun run = new FakeRun(report, 3, 5).start().steps(4);
    now = now.plusSeconds(20);
    byte[] state = report.state();
    run.steps(2);
    now = now.plusSeconds(1000);
    run.goBack(4, state);
    now = now.plusSeconds(5);
    run.steps(11).end(Outcome.COMPLETED);
    assertThat(page()).contains("15 steps in 17m05s");
  }

  @Test
  void divergedRunSaysSo() throws IOException {
    new FakeRun(report, 3, 5).start().steps(8).diverge();
    assertThat(page())
        .contains(
            ">failed</strong>",
            "after step 8: training diverged in step 9",
            "<h2 id=\"verdict-title\">Diverged</h2>",
            "step 9: the discriminator&#39;s loss; discriminator loss Infinity, generator loss NaN",
            "<code>.adam(<span class=\"number\">2e-5</span>, 0.5, 0.999)</code> instead of");
  }

  @Test
  void doneIsGreenOnlyAboveARunThatIsWell() throws IOException {
    new FakeRun(report, 3, 200).start().steps(600).end(Outcome.COMPLETED);
    assertThat(page()).contains("data-state=\"completed\" data-health=\"good\"");
    FakeRun diverged = new FakeRun(report, 1, 60).start();
    for (int i = 0; i < 60; i++) {
      diverged.step(1e6, 1e6, 1);
    }
    diverged.end(Outcome.COMPLETED);
    assertThat(page())
        .contains(">Diverged</h2>", "data-state=\"completed\" data-health=\"bad\"")
        .contains("[data-state=\"completed\"][data-health=\"good\"] .badge {")
        .doesNotContain("[data-state=\"completed\"] .badge {\n  color: var(--good)");
  }

  @Test
  void finishedRunWaitsForNothing() throws IOException {
    new FakeRun(report, 1, 100).start().steps(30).end(Outcome.STOPPED);
    assertThat(page())
        .doesNotContain("nothing yet", "is done yet")
        .contains(">newest: discriminator 0.750, generator 1.000</output>")
        .contains("The run ended before an epoch was done.");
  }

  @Test
  void whatTheMethodAddsToTheLossesHasChartsAndColumns() throws IOException {
    new FakeRun(report, 1, 5).start().steps(5).end(Outcome.COMPLETED);
    assertThat(page()).doesNotContain("<h3>Penalty", "<h3>Class loss", "<h3>Learning rates");

    FakeRun run = new FakeRun(report, 1, 5);
    run.setUp =
        builder ->
            builder
                .penalty(GradientPenalty.wganGp(10))
                .conditional(Conditioning.auxiliaryClassifier(3))
                .rateSchedule(RateSchedule.linear(100, 0.1));
    run.classNames = List.of("a", "b", "c");
    run.penalty = 0.125;
    run.discriminatorClassLoss = 2.5;
    run.generatorClassLoss = 1.75;
    run.start().steps(5).end(Outcome.COMPLETED);
    assertThat(page())
        .contains("<h3>Penalty", "newest: penalty 0.125")
        .contains("<h3>Class loss", "newest: discriminator 2.500, generator 1.750")
        .contains("<h3>Learning rates", "newest: discriminator 0.001, generator 0.002")
        .contains("<th scope=\"col\">Penalty</th><th scope=\"col\">D class loss</th>")
        .contains("<td>0.125</td><td>2.500</td><td>1.750</td><td>0.001</td><td>0.002</td>");
  }

  @Test
  void speedCountsTheImagesOfEachOfTheDiscriminatorsUpdates() throws IOException {
    FakeRun run = new FakeRun(report, 1, 5);
    run.setUp = builder -> builder.discriminatorUpdatesPerStep(4);
    run.start().steps(5).end(Outcome.COMPLETED);
    assertThat(page()).contains("newest: images/s 200", "<td>200</td><td>1s</td>");
  }

  @Test
  void adviceIsWordedAsAskedFor() throws IOException {
    HtmlReport worded = report.advice(new Shouted()).size(2, 2);
    new FakeRun(worded, 3, 5).start().steps(8).diverge();

    assertThat(page())
        .contains(
            "<code>--&lt;GENERATOR_LEARNING_RATE&gt; <span class=\"number\">2e-5</span></code>"
                + " instead")
        .doesNotContain(".adam(");
  }

  @Test
  void runThatWentBackSaysSo() throws IOException {
    HtmlReport listener = HtmlReport.writeTo(file);
    FakeRun run = new FakeRun(listener, 3, 5).start().steps(5);
    assertThat(page()).doesNotContain("diverged (");
    byte[] state = listener.state();
    run.steps(3).goBack(5, state).steps(10).end(Outcome.COMPLETED);
    assertThat(page())
        .contains(
            "step 9 diverged (the generator&#39;s loss); back to step 5, learning rates times 0.5");
  }

  @Test
  void generatorOfAFailedRunIsNotPictured() throws IOException {
    FakeRun run = new FakeRun(report, 3, 500).start();
    run.steps(7).end(Outcome.FAILED);

    assertThat(frameSteps()).containsExactly("0");
  }

  @Test
  void hostileNameIsNothingButText() throws IOException {
    FakeRun run = new FakeRun(report, 1, 5);
    run.datasetName = "</title><script>alert(1)</script>\" onload='x' {{script}}";
    run.start().steps(5).end(Outcome.COMPLETED);

    assertThat(page())
        .contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39;")
        .doesNotContain("<script>alert", "</title><script>a", "onload='x'");
    assertThat(matches("<script")).hasSize(2);
  }

  @Test
  void policyAllowsThisStyleAndThisScriptAndNothingElse() throws Exception {
    new FakeRun(report, 1, 5).start().steps(5);
    String style = matches("(?s)<style>(.*?)</style>").get(0).group(1);
    String script = matches("(?s)<script>(.*?)</script>").get(0).group(1);

    assertThat(page())
        .contains(
            "content=\"default-src 'none'; img-src data:; style-src '"
                + hash(style)
                + "'; script-src '"
                + hash(script)
                + "'; base-uri 'none'; form-action 'none'\"");
    assertThat(style).doesNotContain("url(", "@import", "</");
    assertThat(script).doesNotContain("</", "innerHTML");
  }

  @Test
  void nothingIsLoaded() throws IOException {
    new FakeRun(report, 2, 300).start().steps(600).end(Outcome.COMPLETED);

    assertThat(page())
        .doesNotContain("http:", "https:", "<link", "<iframe", "@import", " style=", "javascript:");
    assertThat(matches(" src=\"(.{15})"))
        .hasSize(2)
        .allMatch(source -> source.group(1).equals("data:image/png;"));
  }

  @Test
  void eachClassHasANamedRowAndFewerColumnsWhereTheyAreMany() throws IOException {
    FakeRun run = new FakeRun(report, 1, 50);
    run.classNames = IntStream.range(0, 10).mapToObj(i -> "class <" + i + ">").toList();
    run.setUp = builder -> builder.conditional(10);
    run.start();

    assertThat(page())
        .contains("<li title=\"class &lt;9&gt;\"><span>class &lt;9&gt;</span></li></ol>")
        // Cells of 2 × 2 with gaps of 2, twice as large.
        .contains("width=\"68\" height=\"84\"")
        .doesNotContain("class=\"named tall\"");
    assertThat(matches("class=\"named\"")).as("generated and real").hasSize(2);

    FakeRun many = new FakeRun(report, 1, 50);
    many.classNames = IntStream.range(0, 25_000).mapToObj(i -> "" + i).toList();
    many.setUp = builder -> builder.conditional(25_000);
    many.start();
    assertThat(page())
        .as("as many rows as a picture can have")
        .contains("class=\"named tall\"", "height=\"" + 2 * (4 * 8191 + 2) + "\"")
        .contains("<span>8190</span></li></ol>");
  }

  @Test
  void realImagesAreOfTheirRowsClass() throws IOException {
    FakeRun run = new FakeRun(report, 1, 5);
    run.classNames = List.of("a", "b", "c");
    run.setUp = builder -> builder.conditional(3);
    run.start();

    byte[] png =
        Base64.getDecoder().decode(matches("Real images[^>]*base64,([^\"]+)").get(0).group(1));
    BufferedImage real = ImageIO.read(new ByteArrayInputStream(png));
    for (int cell = 0; cell < 24; cell++) {
      int grey = real.getRaster().getSample(2 + cell % 8 * 4, 2 + cell / 8 * 4, 0);
      assertThat(FakeRun.numberOf(grey, 50) % 3).as("cell %d", cell).isEqualTo(cell / 8);
    }
  }

  @Test
  void gridHasTheSizeAskedFor() throws IOException {
    new FakeRun(report.size(2, 3), 1, 5).start();

    // Cells of 2 × 2 with gaps of 2, twice as large.
    assertThat(page()).contains("width=\"28\" height=\"20\"");
    assertThatThrownBy(() -> report.size(0, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("grid rows must be at least 1, was 0");
  }

  @Test
  void secondRunReplacesTheReport() throws IOException {
    new FakeRun(report, 1, 200).start().steps(200).end(Outcome.COMPLETED);
    new FakeRun(report, 7, 200).start().steps(1);

    assertThat(page()).contains("epoch 1 of 7", "No epoch is done yet.");
    assertThat(frameSteps()).containsExactly("0");
  }

  @Test
  void nothingIsLeftBesideTheReport() throws IOException {
    new FakeRun(report, 1, 200).start().steps(200).end(Outcome.COMPLETED);

    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void fileThatCannotBeIsRefusedAtOnce() throws IOException {
    Path folder = Files.createDirectory(root.resolve("folder"));
    Path text = Files.writeString(root.resolve("text"), "");

    assertThatThrownBy(() -> HtmlReport.writeTo(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("report must be a file, is a folder: " + folder);
    assertThatThrownBy(() -> HtmlReport.writeTo(text.resolve("report.html")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("report must be in a folder, which is a file: " + text);
  }

  @Test
  void fileThatCannotBeWrittenIsNamedAndTriedAgain() throws IOException {
    Files.writeString(root.resolve("run"), "");
    FakeRun run = new FakeRun(report, 1, 5);

    assertThatThrownBy(run::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot write report " + file);
    Files.delete(root.resolve("run"));
    run.steps(5).end(Outcome.COMPLETED);
    assertThat(page()).contains(">done</strong>");
  }

  private String page() throws IOException {
    return Files.readString(file, UTF_8);
  }

  private List<MatchResult> matches(String regex) throws IOException {
    return Pattern.compile(regex).matcher(page()).results().toList();
  }

  private List<String> frameSteps() throws IOException {
    return matches("\\{\"step\":(\\d+),").stream().map(match -> match.group(1)).toList();
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  /** Names fields in capitals, in brackets that a page must escape. */
  private static final class Shouted implements ConfigWording {
    @Override
    public String name(ConfigField field) {
      return "<" + field + ">";
    }

    @Override
    public String value(ConfigField field, @Nullable Object value) {
      return value instanceof Double number ? ConfigWording.number(number) : String.valueOf(value);
    }

    @Override
    public String changes(GanConfig config, List<ConfigChange> changes) {
      ConfigChange first = changes.get(0);
      return "--" + name(first.field()) + " " + value(first.field(), first.value());
    }
  }
}
