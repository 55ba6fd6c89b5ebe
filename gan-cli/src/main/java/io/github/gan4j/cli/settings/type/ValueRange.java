package io.github.gan4j.cli.settings.type;

/** Which numbers of a file stand for black and white; two different ones. */
public record ValueRange(double black, double white) {}
