/** The only place that calls native matrix products. */
@NullMarked
package io.github.gan4j.cpu.internal.blas;

import org.jspecify.annotations.NullMarked;
