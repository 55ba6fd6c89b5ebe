/**
 * Mode coverage: which classes or Gaussians generated samples fall into, and which are dropped.
 * What assigns images to classes stands in {@link io.github.gan4j.metrics.classifier}.
 */
@NullMarked
package io.github.gan4j.metrics.modes;

import org.jspecify.annotations.NullMarked;
