package io.github.gan4j.training;

/**
 * The first exception that a listener threw. It was logged as a warning; the run went on, and the
 * listener was told of all that followed. Its later failures are not kept.
 *
 * @param listener which listener
 * @param event what it was told of, as its method is called, such as {@code onLoss}
 * @param step how many steps were done then
 * @param exception what it threw; a checked one if its language does not check
 */
public record ListenerFailure(
    TrainingListener listener, String event, long step, Exception exception) {}
