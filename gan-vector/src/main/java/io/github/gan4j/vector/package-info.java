/**
 * Kernels over float arrays on the JDK's Vector API, for engines. They compute each result in one
 * fixed order with correctly rounded operations: the same bits on every processor, whatever the
 * width of its vectors.
 *
 * <p>The Vector API incubates: it is there when Java starts with {@code --add-modules
 * jdk.incubator.vector}. Without it, {@link io.github.gan4j.vector.VectorApi#isAvailable} says so
 * and nothing else here can be used.
 */
@NullMarked
package io.github.gan4j.vector;

import org.jspecify.annotations.NullMarked;
