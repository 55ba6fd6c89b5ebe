package io.github.gan4j.report.health;

/**
 * The diversity of generated images after a step, whose fall shows mode collapse.
 *
 * @param step from 0, before the first step, on
 * @param ratio the mean Euclidean distance between two generated images, divided by that between
 *     two real ones: around 1 where they vary alike, 0 where all generated images are one
 */
public record Diversity(long step, double ratio) {}
