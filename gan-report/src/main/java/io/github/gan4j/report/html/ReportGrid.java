package io.github.gan4j.report.html;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.image.Images;
import io.github.gan4j.report.internal.GridLayout;
import io.github.gan4j.report.internal.GridSize;
import io.github.gan4j.report.internal.RealByClass;
import io.github.gan4j.training.Run;
import java.util.List;

/**
 * The grid that a report shows of a run: of the size asked for, or with classes a row for each of
 * them, with fewer columns where they are many.
 */
final class ReportGrid {
  private final Run run;
  private final GridLayout layout;

  ReportGrid(Run run, GridSize size) {
    this.run = run;
    layout = size.layoutOnOnePage(run);
  }

  /** Returns what the rows are called; empty without classes. */
  List<String> names() {
    return layout.namesOf(0, run);
  }

  /** Generates, always from the same latent vectors. */
  Picture generated() {
    return picture(layout.generate(0, run, GridSize.FIXED_SEED));
  }

  /** Returns images of the dataset, always the same ones. */
  Picture real() {
    Dataset dataset = run.dataset();
    return picture(
        layout.classes() > 0
            ? new RealByClass(dataset, layout).page(0)
            : Images.evenlySpaced(dataset, Math.multiplyExact(layout.rows(), layout.columns())));
  }

  private Picture picture(Images images) {
    return Picture.of(images, layout.rows(), layout.columns());
  }
}
