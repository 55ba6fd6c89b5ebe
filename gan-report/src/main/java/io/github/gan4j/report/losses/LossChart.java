package io.github.gan4j.report.losses;

import io.github.gan4j.config.Labels;
import io.github.gan4j.report.internal.Axis;
import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.report.internal.TextDrawing;
import io.github.gan4j.report.losses.LossCurves.Quantity;
import io.github.gan4j.training.Run;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.OptionalDouble;

/**
 * A picture of a run's losses above the discriminator's probabilities. Colours are Okabe and Ito's,
 * told apart by the colour-blind.
 *
 * <p>Drawn with Java2D alone: XChart 3.8.8 strokes each pair of points by itself, which took ten
 * times as long, and needs fonts to draw anything.
 */
final class LossChart {
  static final int WIDTH = 1200;
  static final int HEIGHT = 900;

  private static final Color BLUE = new Color(0x00, 0x72, 0xB2);
  private static final Color VERMILION = new Color(0xD5, 0x5E, 0x00);
  private static final Color GREEN = new Color(0x00, 0x9E, 0x73);
  private static final Color PURPLE = new Color(0xCC, 0x79, 0xA7);

  private static final int LEFT = 80;
  private static final int PANEL_WIDTH = WIDTH - LEFT - 80;
  private static final Rectangle UPPER = new Rectangle(LEFT, 128, PANEL_WIDTH, 400);
  private static final Rectangle LOWER = new Rectangle(LEFT, 604, PANEL_WIDTH, 210);
  private static final int FOOT = HEIGHT - 34;

  private final Run run;
  private final LossCurves curves;
  private final boolean inEpochs;
  private final Axis time;

  private LossChart(Run run, LossCurves curves) {
    this.run = run;
    this.curves = curves;
    long steps = Math.max(1, curves.steps());
    inEpochs = steps >= run.stepsPerEpoch();
    double end = inEpochs ? (double) steps / run.stepsPerEpoch() : steps;
    time = inEpochs && end < 4 ? Axis.exact(0, end, 10) : Axis.counted(0, end, 12);
  }

  /** Draws what the curves hold so far. */
  static BufferedImage draw(Run run, LossCurves curves) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, WIDTH, HEIGHT);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      LossChart chart = new LossChart(run, curves);
      chart.title(TextDrawing.on(graphics));
      chart.losses(graphics);
      chart.probabilities(graphics);
      chart.foot(TextDrawing.on(graphics));
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private void title(TextDrawing lettering) {
    int right = LEFT + PANEL_WIDTH;
    lettering.with(Font.BOLD, 24, PlotPanel.INK).rightOf(LEFT, 42, run.dataset().name());
    lettering
        .with(Font.PLAIN, 16, PlotPanel.INK)
        .leftOf(right, 42, Figures.counted(curves.steps(), "step") + " of " + run.totalSteps());
    lettering.rightOf(
        LEFT,
        70,
        Figures.format(
            "generator %s, discriminator %s, %s loss, batch %d",
            RunWidths.generator(run),
            RunWidths.discriminator(run),
            run.config().objective().loss(),
            run.config().schedule().batchSize()));
  }

  private void losses(Graphics2D graphics) {
    double[] required = guessing().stream().toArray();
    Curve[] shown = {curves.discriminator.steps(), curves.generator.steps()};
    Axis height = LossRange.of(required, shown);
    PlotPanel panel = new PlotPanel(graphics, UPPER, time, height);
    panel.scale();
    panel.heading("loss" + cutOff(height, shown));
    panel.legend("generator", VERMILION);
    panel.legend("discriminator", BLUE);
    if (guessing().isPresent()) {
      panel.referenceLegend("discriminator that only guesses");
    }
    draw(panel, curves.discriminator, BLUE, curves.generator, VERMILION);
    guessing().ifPresent(loss -> panel.reference(loss, Figures.loss(loss)));
  }

  /** What a discriminator pays that cannot tell real from generated images, if that is known. */
  private OptionalDouble guessing() {
    return run.config().objective().regularization().labels().equals(Labels.TRUE)
        ? run.loss().guessingLoss()
        : OptionalDouble.empty();
  }

  private void probabilities(Graphics2D graphics) {
    Axis height = Axis.exact(0, 1, 5);
    PlotPanel panel = new PlotPanel(graphics, LOWER, time, height);
    panel.scale();
    panel.heading("discriminator's mean probability of “real”");
    panel.legend("for generated images", PURPLE);
    panel.legend("for real images", GREEN);
    draw(panel, curves.realProbability, GREEN, curves.fakeProbability, PURPLE);
    panel.reference(0.5, "0.5");
  }

  /** Draws both bands first, so that neither covers the other's bold line. */
  private void draw(PlotPanel panel, Quantity a, Color aColor, Quantity b, Color bColor) {
    double step = inEpochs ? 1.0 / run.stepsPerEpoch() : 1;
    panel.band(a.steps(), step, aColor);
    panel.band(b.steps(), step, bColor);
    if (inEpochs) {
      panel.means(a.epochs(), 1, aColor);
      panel.means(b.epochs(), 1, bColor);
    }
  }

  private void foot(TextDrawing lettering) {
    lettering
        .with(Font.PLAIN, 15, PlotPanel.INK)
        .around(LEFT + PANEL_WIDTH / 2, FOOT, inEpochs ? "epoch" : "step");
    if (inEpochs) {
      lettering
          .with(Font.ITALIC, 14, PlotPanel.INK)
          .leftOf(LEFT + PANEL_WIDTH, FOOT, "light: all steps, bold: mean of each epoch");
    }
  }

  private static String cutOff(Axis height, Curve... shown) {
    double greatest = LossRange.greatest(shown);
    double least = LossRange.least(shown);
    return (greatest > height.high()
            ? " (cut off above, up to " + Figures.loss(greatest) + ")"
            : "")
        + (least < height.low() ? " (cut off below, down to " + Figures.loss(least) + ")" : "");
  }
}
