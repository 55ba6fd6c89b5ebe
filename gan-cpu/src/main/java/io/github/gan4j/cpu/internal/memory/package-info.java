/** Matrices, on the Java heap or outside of it, and flat runs of values. */
@NullMarked
package io.github.gan4j.cpu.internal.memory;

import org.jspecify.annotations.NullMarked;
