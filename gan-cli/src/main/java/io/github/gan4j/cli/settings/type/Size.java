package io.github.gan4j.cli.settings.type;

/**
 * The size of a picture or a grid.
 *
 * @param rows from top to bottom, at least 1
 * @param columns from left to right, at least 1
 */
public record Size(int rows, int columns) {}
