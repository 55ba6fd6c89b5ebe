/**
 * Losses and discriminator outputs as a CSV file, a training log and a plot. Curves of the HTML
 * report and of TensorBoard stand in their own packages.
 */
@NullMarked
package io.github.gan4j.report.losses;

import org.jspecify.annotations.NullMarked;
