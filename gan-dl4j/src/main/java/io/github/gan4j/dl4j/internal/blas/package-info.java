/** The only place that calls native matrix products. */
@NullMarked
package io.github.gan4j.dl4j.internal.blas;

import org.jspecify.annotations.NullMarked;
