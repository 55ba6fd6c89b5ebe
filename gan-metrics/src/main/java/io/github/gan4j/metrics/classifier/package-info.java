/**
 * A classifier of real images that names the classes of generated ones, and what follows from its
 * labels. Metrics of labels alone stand in {@link io.github.gan4j.metrics.modes}.
 */
@NullMarked
package io.github.gan4j.metrics.classifier;

import org.jspecify.annotations.NullMarked;
