/** The comparison of GAN4J with PyTorch: which figures, against which aims. */
@NullMarked
package io.github.gan4j.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
