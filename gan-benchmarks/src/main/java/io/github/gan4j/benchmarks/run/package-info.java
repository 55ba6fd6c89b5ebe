/** Running programs in turn and gathering the figures that they print. */
@NullMarked
package io.github.gan4j.benchmarks.run;

import org.jspecify.annotations.NullMarked;
