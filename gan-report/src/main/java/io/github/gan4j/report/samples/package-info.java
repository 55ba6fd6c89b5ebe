/** Pictures of what the generator makes while a run goes on. */
@NullMarked
package io.github.gan4j.report.samples;

import org.jspecify.annotations.NullMarked;
