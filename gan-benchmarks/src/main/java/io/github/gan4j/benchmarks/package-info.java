/** JMH benchmarks, and the runs that they and the comparison with other programs time. */
@NullMarked
package io.github.gan4j.benchmarks;

import org.jspecify.annotations.NullMarked;
