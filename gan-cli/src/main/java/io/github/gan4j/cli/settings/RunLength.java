package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.InvalidSettingsException;
import org.jspecify.annotations.Nullable;

/** How long a run is: so many epochs, or as many steps if those come first. */
public final class RunLength {
  private final RunSettings settings;
  private final long stepsOfEpochs;

  /**
   * Makes one.
   *
   * @param stepsPerEpoch at least 1
   */
  public RunLength(RunSettings settings, int stepsPerEpoch) {
    this.settings = settings;
    stepsOfEpochs = (long) stepsPerEpoch * settings.get(GeneralSettings.EPOCHS);
  }

  /**
   * Refuses a length that was asked for if what was said elsewhere, and is less, ends the run
   * before. Who says both in one place has a run as long as the shorter one.
   *
   * @throws InvalidSettingsException with the limit
   */
  public void check() {
    Origin epochs = settings.origin(GeneralSettings.EPOCHS);
    Origin steps = settings.origin(GeneralSettings.MAX_STEPS);
    Integer most = settings.find(GeneralSettings.MAX_STEPS);
    if (isLimit(most) && steps.isBefore(epochs)) {
      throw settings.refusal(
          GeneralSettings.EPOCHS,
          "%s is %s steps, but %s %s ends the run before; give %s too, which may be %s"
              .formatted(
                  settings.get(GeneralSettings.EPOCHS),
                  stepsOfEpochs,
                  named(GeneralSettings.MAX_STEPS),
                  steps.inBrackets(),
                  "--" + GeneralSettings.MAX_STEPS,
                  GeneralSettings.MAX_STEPS.unsetWord()));
    }
    if (most != null && most > stepsOfEpochs && epochs.isBefore(steps)) {
      throw settings.refusal(
          GeneralSettings.MAX_STEPS,
          "%s is more than the %s steps of %s %s, which end the run; give %s too"
              .formatted(
                  most,
                  stepsOfEpochs,
                  named(GeneralSettings.EPOCHS),
                  epochs.inBrackets(),
                  "--" + GeneralSettings.EPOCHS));
    }
  }

  /** Returns what ends the run, and what would have it last longer. */
  public String limit() {
    SingleSetting<Integer> limit =
        isLimit(settings.find(GeneralSettings.MAX_STEPS))
            ? GeneralSettings.MAX_STEPS
            : GeneralSettings.EPOCHS;
    return "%s %s ends the run; --%s makes it longer"
        .formatted(named(limit), settings.origin(limit).inBrackets(), limit);
  }

  private boolean isLimit(@Nullable Integer steps) {
    return steps != null && steps < stepsOfEpochs;
  }

  private String named(SingleSetting<Integer> setting) {
    return setting + " " + settings.get(setting);
  }
}
