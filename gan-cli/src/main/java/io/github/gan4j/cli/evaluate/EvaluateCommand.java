package io.github.gan4j.cli.evaluate;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.cli.argument.ModelArgument;
import io.github.gan4j.cli.argument.Numbers;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.error.GanException;
import io.github.gan4j.metrics.classifier.ClassAgreement;
import io.github.gan4j.metrics.classifier.Classifier;
import io.github.gan4j.metrics.classifier.ClassifierTraining;
import io.github.gan4j.metrics.modes.ModeCounts;
import io.github.gan4j.model.Generator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a classifier makes of a saved model's images. */
@Command(
    name = "evaluate",
    description = {
      "Trains a classifier on real images and has it name the class of generated ones: are they of"
          + " the class that was asked for, and do they cover all classes?"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  private static final int STACKED_CHANNELS = 3;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = ModelArgument.DESCRIPTION)
  private Path model;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      required = true,
      description =
          "what the model was trained on, mnist or fashion-mnist; also if three were stacked in"
              + " three channels",
      converter = RealImages.Converter.class,
      completionCandidates = RealImages.Names.class)
  private RealImages dataset;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10000",
      description = "how many images are generated (default: ${DEFAULT-VALUE})",
      converter = Numbers.FromOne.class)
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "decides images and classifier (default: ${DEFAULT-VALUE})",
      converter = Numbers.Any.class)
  private long seed;

  @Option(
      names = "--classifier-epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "how long the classifier is trained (default: ${DEFAULT-VALUE})",
      converter = Numbers.FromOne.class)
  private int epochs;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  public EvaluateCommand() {}

  @Override
  public Integer call() throws IOException {
    try (GanEngine engine = Gan.newEngine();
        TrainedGan gan = TrainedGan.load(ModelArgument.file(model, spec), engine)) {
      Generator generator = gan.generator();
      Dataset training = dataset.train().get();
      check(generator, training);
      try (Classifier classifier =
          Classifier.train(training, engine, new ClassifierTraining(epochs, seed))) {
        say(
            "a classifier trained on %s names %.2f%% of %s rightly",
            training.name(),
            100 * classifier.accuracy(dataset.heldOut().get()),
            dataset.heldOut().get().name());
        int[] labels = classifier.predict(generator, count, seed);
        tell(labels, generator, classifier.classes());
      }
    }
    return 0;
  }

  private void check(Generator generator, Dataset training) {
    ImageShape one = training.shape();
    ImageShape shape = generator.shape();
    ImageShape stacked = new ImageShape(STACKED_CHANNELS, one.height(), one.width());
    if (!shape.equals(one) && !shape.equals(stacked)) {
      throw new GanException(
          "MODEL must make images of %s, as %s holds, or of %s, three of them stacked; makes %s"
              .formatted(one, dataset.name(), stacked, shape));
    }
    if (generator.classes() > 0 && shape.equals(stacked)) {
      throw new GanException(
          "MODEL must be without classes if it makes images of %s, has %s"
              .formatted(shape, generator.classes()));
    }
    if (generator.classes() > 0 && generator.classes() != training.classes()) {
      throw new GanException(
          "MODEL must have %s classes, as %s has, or none; has %s"
              .formatted(training.classes(), dataset.name(), generator.classes()));
    }
  }

  private void tell(int[] labels, Generator generator, int classes) {
    if (generator.classes() > 0) {
      tell(ClassAgreement.ofClassesInTurn(labels, classes), classes);
    } else if (generator.shape().channels() == 1) {
      ModeCounts modes = ModeCounts.of(labels, classes);
      tell(modes, "classes");
      for (int label = 0; label < classes; label++) {
        tellClass(label, (double) modes.count(label) / count);
      }
    } else {
      tell(ModeCounts.of(labels, classes * classes * classes), "modes");
    }
  }

  private void tell(ClassAgreement agreement, int classes) {
    say("%.2f%% of %d generated images are of the class asked for", 100 * agreement.share(), count);
    for (int label = 0; label < Math.min(classes, count); label++) {
      tellClass(label, agreement.share(label));
    }
  }

  private void tell(ModeCounts modes, String what) {
    say(
        "%d generated images cover %d of %d %s; KL divergence from equal shares %.4f nats",
        count, modes.covered(), modes.modes(), what, modes.divergenceFromUniform());
  }

  private void tellClass(int label, double share) {
    say("  %-12s %6.2f%%", dataset.classNames().get(label), 100 * share);
  }

  private void say(String format, Object... values) {
    PrintWriter console = spec.commandLine().getOut();
    console.println(String.format(Locale.ROOT, format, values));
    console.flush();
  }
}
