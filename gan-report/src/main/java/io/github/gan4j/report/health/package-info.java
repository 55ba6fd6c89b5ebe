/**
 * Diagnosis of a run (divergence, mode collapse, imbalance, oscillation) and advice on its
 * settings. How it is laid out on a page does not belong here.
 */
@NullMarked
package io.github.gan4j.report.health;

import org.jspecify.annotations.NullMarked;
