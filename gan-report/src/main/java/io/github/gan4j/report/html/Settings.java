package io.github.gan4j.report.html;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanConfigValidator;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.report.internal.ClassTable;
import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.training.Run;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that decides what a run computes, as tables. */
final class Settings {
  private final StringBuilder html = new StringBuilder();

  private Settings() {}

  static String html(Run run, ConfigWording wording) {
    Settings settings = new Settings();
    settings.warnings(GanConfigValidator.validate(run.config(), run.loss()).warnings(wording));
    settings.html.append("<div class=\"tables\">\n");
    settings.run(run);
    settings.players(run.config());
    return settings.html.append("</div>").toString();
  }

  private void warnings(List<String> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    html.append("<h3>Warnings</h3>\n<ul class=\"warnings\">\n");
    warnings.forEach(warning -> html.append("<li>").append(Html.prose(warning)).append("</li>\n"));
    html.append("</ul>\n");
  }

  private void run(Run run) {
    GanConfig config = run.config();
    Dataset dataset = run.dataset();
    html.append("<table>\n<caption>The run</caption>\n<tbody>\n");
    row("dataset", dataset.name());
    row("images", Figures.counted(dataset.size(), "image") + " of " + dataset.shape());
    row("classes", ClassTable.describe(dataset));
    row("latentDim", Integer.toString(config.latent().dim()));
    row("latent", word(config.latent().distribution()));
    Normalization normalization = config.normalization();
    row(
        "normalization",
        "mean %s, std %s"
            .formatted(
                Figures.setting(normalization.mean()), Figures.setting(normalization.std())));
    row("loss", config.objective().loss());
    row("conditioning", MethodText.of(config.objective().conditioning()));
    regularization(config);
    row("updates per step", MethodText.updates(config));
    row("batchSize", Integer.toString(config.schedule().batchSize()));
    row("generatorBatchSize", Integer.toString(config.schedule().generatorBatchSize()));
    row("epochs", Integer.toString(config.schedule().epochs()));
    row(
        "stepsPerEpoch",
        run.stepsPerEpoch()
            + (config.schedule().stepsPerEpoch() == null ? " (one pass over the data)" : ""));
    long steps = (long) config.schedule().epochs() * run.stepsPerEpoch();
    row("maxSteps", run.totalSteps() < steps ? run.totalSteps() + " of " + steps : "none");
    row("rateSchedule", MethodText.of(config.schedule().rateSchedule()));
    row(
        "averaging",
        config.generator().emaDecay() == 0
            ? "none"
            : Figures.setting(config.generator().emaDecay()));
    row("seed", Long.toString(config.seed()));
    html.append("</tbody>\n</table>\n");
  }

  private void regularization(GanConfig config) {
    Regularization regularization = config.objective().regularization();
    Double clip = regularization.weightClip();
    row("penalties", MethodText.of(regularization.penalties()));
    row("weightClip", clip == null ? "none" : Figures.setting(clip));
    row("labels", MethodText.of(regularization.labels()));
    row("instanceNoise", MethodText.of(regularization.instanceNoise()));
    row(
        "packing",
        config.discriminator().packing() == 1
            ? "none"
            : config.discriminator().packing() + " images together");
    row("minibatchStdDev", config.discriminator().minibatchStdDev() ? "yes" : "none");
  }

  private void players(GanConfig config) {
    html.append("<table class=\"players\">\n<caption>The players</caption>\n<thead><tr><td></td>")
        .append("<th scope=\"col\">generator</th><th scope=\"col\">discriminator</th>")
        .append("</tr></thead>\n<tbody>\n");
    both(config, "hidden", Settings::hidden);
    both(config, "activation", network -> activation(network.activation()));
    row("output", activation(config.generator().output()), "one logit");
    both(config, "batchNorm", network -> batchNorm(network.batchNorm()));
    both(
        config,
        "dropout",
        network -> network.dropout() == 0 ? "none" : Figures.setting(network.dropout()));
    both(config, "spectralNorm", network -> network.spectralNorm() ? "yes" : "no");
    both(config, "weightInit", network -> word(network.weightInit()));
    row(
        "optimizer",
        optimizer(config.generator().optimizer()),
        optimizer(config.discriminator().optimizer()));
    html.append("</tbody>\n</table>\n");
  }

  private void both(GanConfig config, String name, Function<NetworkConfig, String> setting) {
    row(
        name,
        setting.apply(config.generator().network()),
        setting.apply(config.discriminator().network()));
  }

  private void row(String name, String... values) {
    html.append("<tr><th scope=\"row\">").append(name).append("</th>");
    for (String value : values) {
      html.append("<td>").append(Html.prose(value)).append("</td>");
    }
    html.append("</tr>\n");
  }

  private static String hidden(NetworkConfig network) {
    return network.hidden().isEmpty()
        ? "none"
        : network.hidden().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String activation(Activation activation) {
    return word(activation.kind())
        + (activation.slope() == 0 ? "" : ", slope " + Figures.setting(activation.slope()));
  }

  private static String batchNorm(@Nullable BatchNorm batchNorm) {
    return batchNorm == null
        ? "none"
        : "momentum "
            + Figures.setting(batchNorm.momentum())
            + ", epsilon "
            + Figures.setting(batchNorm.epsilon())
            + (batchNorm.firstLayer() ? "" : ", not in the first layer");
  }

  private static String optimizer(OptimizerConfig optimizer) {
    Double limit = optimizer.maxGradientNorm();
    return word(optimizer.method())
        + ", learning rate "
        + Figures.setting(optimizer.learningRate())
        + switch (optimizer.method()) {
          case ADAM -> moments(optimizer);
          case ADAMW ->
              moments(optimizer) + ", weight decay " + Figures.setting(optimizer.weightDecay());
          case RMSPROP -> ", decay " + Figures.setting(optimizer.beta2()) + epsilon(optimizer);
          case SGD -> ", momentum " + Figures.setting(optimizer.beta1());
        }
        + (limit == null ? "" : ", gradient norm at most " + Figures.setting(limit));
  }

  private static String moments(OptimizerConfig optimizer) {
    return ", betas "
        + Figures.setting(optimizer.beta1())
        + " and "
        + Figures.setting(optimizer.beta2())
        + epsilon(optimizer);
  }

  private static String epsilon(OptimizerConfig optimizer) {
    return ", epsilon " + Figures.setting(optimizer.epsilon());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
