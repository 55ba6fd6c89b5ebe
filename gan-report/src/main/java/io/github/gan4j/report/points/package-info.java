/**
 * Scatter plots of two-dimensional toy data. Pictures of images stand in {@link
 * io.github.gan4j.report.samples}.
 */
@NullMarked
package io.github.gan4j.report.points;

import org.jspecify.annotations.NullMarked;
