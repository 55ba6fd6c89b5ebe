package io.github.gan4j.cli.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What other programs call that for which there is a name here. */
final class UsualNames {
  private static final Map<String, List<String>> OURS = new HashMap<>();

  static {
    add("learning-rate", "lr", "rate", "step-size", "alpha");
    add("generator-learning-rate", "g-lr", "lr-g", "gen-lr", "generator-lr");
    add("discriminator-learning-rate", "d-lr", "lr-d", "disc-lr", "discriminator-lr", "critic-lr");
    add("batch-size", "bs", "batch", "b", "minibatch", "mini-batch-size", "train-batch-size");
    add("epochs", "n-epochs", "num-epochs", "max-epochs", "ep", "e");
    add("max-steps", "steps", "n-steps", "num-steps", "iterations", "iters", "n-iter", "max-iter");
    add("steps-per-epoch", "epoch-length", "epoch-steps");
    add(
        "count",
        "n",
        "num",
        "number",
        "samples",
        "n-samples",
        "num-samples",
        "images",
        "num-images");
    add("steps", "n", "n-steps", "num-steps", "max-steps", "iterations", "iters", "n-iter");
    add("out", "o", "output", "out-dir", "output-dir", "output-file", "outfile", "save-dir");
    add("data", "data-dir", "data-path", "dataroot", "data-root", "input", "input-dir", "root");
    add("image-size", "size", "img-size", "imsize", "resolution", "res", "resize");
    add("channels", "nc", "n-channels", "img-channels", "colour", "color");
    add("latent-dim", "z", "nz", "z-dim", "dim-z", "latent-size", "noise-dim", "noise-size");
    add("hidden", "ngf", "ndf", "width", "widths", "layers", "hidden-dim", "hidden-size", "units");
    add("optimizer", "optim", "opt");
    add("weight-decay", "wd");
    add("beta1", "b1", "momentum");
    add("beta2", "b2");
    add("clip-gradient-norm", "clip-grad", "grad-clip", "max-grad-norm");
    add("clip-weights", "clip-value", "weight-clip", "clip");
    add("discriminator-steps", "n-critic", "critic-steps", "critic-iters", "d-steps", "n-dis");
    add("generator-steps", "g-steps");
    add("wgan-gp", "gp", "lambda-gp", "gp-weight", "gradient-penalty");
    add("r1", "r1-gamma", "gamma");
    add("averaging", "ema", "ema-decay");
    add("batch-norm", "bn");
    add("spectral-norm", "sn");
    add("weight-init", "init", "initializer");
    add("rate-schedule", "lr-schedule", "scheduler", "lr-scheduler", "schedule", "lr-decay");
    add("rate-warm-up", "warmup", "lr-warmup", "warmup-steps");
    add("conditional", "cond", "class-conditional", "cgan");
    add("loss", "criterion", "objective", "gan-mode", "gan-loss", "adversarial-loss");
    add("seed", "random-seed", "manual-seed", "random-state", "s");
    add("kernels", "kernel", "backend", "blas");
    add("threads", "workers", "num-workers", "jobs", "j", "cpus", "num-threads");
    add("checkpoint-interval", "save-interval", "save-every", "save-freq", "ckpt-interval");
    add("sample-interval", "sample-every", "sample-freq");
    add("resume", "continue", "restore", "load", "checkpoint", "ckpt");
    add("config", "cfg", "conf", "settings", "c");
    add("tensorboard", "tb");
    add("label", "class", "class-id", "category", "cls", "y");
    add("truncation", "trunc", "psi", "truncation-psi");
    add("interpolate", "interpolation", "morph", "walk");
    add("nearest", "k", "knn", "neighbours", "neighbors");
    add("show-config", "dry-run", "print-config");
    add("version", "v");
  }

  private UsualNames() {}

  private static void add(String ours, String... usual) {
    for (String name : usual) {
      OURS.computeIfAbsent(Nearest.plain(name), key -> new ArrayList<>()).add(ours);
    }
  }

  /** Returns all of our names that are meant by others. */
  static Set<String> meant() {
    return OURS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /**
   * Returns our names for a usual one, empty if it is none; compare them by their letters alone.
   */
  static List<String> of(String usual) {
    return OURS.getOrDefault(Nearest.plain(usual), List.of());
  }
}
