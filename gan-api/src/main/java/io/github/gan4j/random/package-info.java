/** Counter-based random numbers: functions of (seed, stream, step, position) without state. */
@NullMarked
package io.github.gan4j.random;

import org.jspecify.annotations.NullMarked;
