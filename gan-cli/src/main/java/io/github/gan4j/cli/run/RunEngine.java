package io.github.gan4j.cli.run;

import io.github.gan4j.cli.settings.GeneralSettings;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.cpu.Kernels;

/** The engine that a run's settings choose. */
final class RunEngine {
  private RunEngine() {}

  /**
   * Returns a new one. What the settings leave open is as the system properties say, or else as
   * processors there are.
   *
   * @throws io.github.gan4j.error.EngineException if the kernels cannot be had
   */
  static CpuEngine of(RunSettings settings) {
    Integer threads = settings.find(GeneralSettings.THREADS);
    Kernels kernels = settings.find(GeneralSettings.KERNELS);
    if (kernels == null) {
      return threads == null ? new CpuEngine() : new CpuEngine(threads);
    }
    return threads == null ? new CpuEngine(kernels) : new CpuEngine(threads, kernels);
  }
}
