/**
 * Generative adversarial networks for the JVM: {@link Gan#builder()} sets a run up, a {@link
 * Trainer} drives it, and a {@link TrainedGan} is what comes of it.
 */
@NullMarked
package io.github.gan4j;

import org.jspecify.annotations.NullMarked;
