package io.github.gan4j.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridLayoutTest {

  @Test
  void withoutClassesThereIsOnePageAsAskedFor() {
    GridLayout layout = GridLayout.of(run(0), 30, 4);

    assertThat(layout.pages()).isEqualTo(1);
    assertThat(layout.rowsOf(0)).isEqualTo(30);
    assertThat(layout.namesOf(0, run(0))).isEmpty();
    assertThat(greys(layout.generate(0, run(0), 1))).startsWith(0, 1, 2, 3, 4);
  }

  @Test
  void allClassesHaveARow() {
    FakeRun run = run(10);
    GridLayout layout = GridLayout.of(run, 8, 3);

    assertThat(layout.pages()).isEqualTo(1);
    assertThat(layout.rowsOf(0)).isEqualTo(10);
    assertThat(layout.namesOf(0, run)).startsWith("a0", "a1").endsWith("a9").hasSize(10);
    assertThat(greys(layout.generate(0, run, 1)))
        .as("20 times the class and the latent vector of the column")
        .startsWith(0, 1, 2, 20, 21, 22, 40)
        .endsWith(180, 181, 182);
  }

  @Test
  void furtherRowsBeginAgainWithOtherLatentVectors() {
    FakeRun run = run(2);
    GridLayout layout = GridLayout.of(run, 5, 2);

    assertThat(layout.namesOf(0, run)).containsExactly("a0", "a1", "a0", "a1", "a0");
    assertThat(greys(layout.generate(0, run, 1))).containsExactly(0, 1, 20, 21, 2, 3, 22, 23, 4, 5);
  }

  @Test
  void manyClassesAreOnPagesWhichHoldEachOfThemOnce() {
    FakeRun run = run(47);
    GridLayout layout = GridLayout.of(run, 8, 1);

    assertThat(layout.pages()).isEqualTo(3);
    assertThat(IntStream.range(0, 3).boxed().flatMap(page -> layout.namesOf(page, run).stream()))
        .isEqualTo(run.classNames);
    assertThat(layout.generate(2, run, 1).count()).isEqualTo(layout.rowsOf(2)).isEqualTo(7);
    assertThat(GridLayout.of(run, 50, 1).pages()).as("more rows were asked for").isEqualTo(1);
  }

  @Test
  void realImagesAreOfTheirRowsClassAndCellsStayBlackWhereThereAreTooFew() {
    Dataset dataset = new Sorted(List.of(50, 0, 1, 9));
    GridLayout layout = new GridLayout(6, 3, 4, 4);
    RealByClass real = new RealByClass(dataset, layout);

    int[] first = greys(real.page(0));
    int[] second = greys(real.page(1));
    assertThat(labels(first)).containsExactly(0, 0, 0, -1, -1, -1, 2, -1, -1, 3, 3, 3);
    assertThat(labels(second)).containsExactly(0, 0, 0, -1, -1, -1);
    assertThat(IntStream.concat(Arrays.stream(first), Arrays.stream(second)).filter(i -> i > 0))
        .as("each image once")
        .doesNotHaveDuplicates();
    assertThat(greys(new RealByClass(dataset, layout).page(0))).as("the same").isEqualTo(first);
  }

  private static FakeRun run(int classes) {
    FakeRun run = new FakeRun(new TrainingListener() {}, 1, 5);
    run.classNames = IntStream.range(0, classes).mapToObj(label -> "a" + label).toList();
    if (classes > 0) {
      run.setUp = builder -> builder.conditional(classes);
    }
    return run;
  }

  private static int[] greys(Images images) {
    return IntStream.range(0, images.count())
        .map(i -> Math.round((images.values(i)[0] + 1) * 127.5f))
        .toArray();
  }

  /** Returns the classes of images of {@link Sorted}; -1 for black. */
  private static int[] labels(int[] greys) {
    return Arrays.stream(greys).map(grey -> grey == 0 ? -1 : (grey - 1) / 60).toArray();
  }

  /** Images sorted by class: number i of a class is grey 60 · class + 1 + i. */
  private record Sorted(List<Integer> counts) implements Dataset {
    @Override
    public String name() {
      return "sorted";
    }

    @Override
    public int size() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public ImageShape shape() {
      return ImageShape.grey(1, 1);
    }

    @Override
    public int classes() {
      return counts.size();
    }

    @Override
    public int label(int index) {
      int label = 0;
      for (int left = index; left >= counts.get(label); label++) {
        left -= counts.get(label);
      }
      return label;
    }

    @Override
    public void read(int index, float[] into, int offset) {
      int before = counts.subList(0, label(index)).stream().mapToInt(Integer::intValue).sum();
      into[offset] = (60 * label(index) + 1 + index - before) / 127.5f - 1;
    }
  }
}
