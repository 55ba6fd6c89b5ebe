/**
 * Sample grids and animations of what the generator makes during a run. How good samples are is
 * measured in the module {@code io.github.gan4j.metrics}, not here.
 */
@NullMarked
package io.github.gan4j.report.samples;

import org.jspecify.annotations.NullMarked;
