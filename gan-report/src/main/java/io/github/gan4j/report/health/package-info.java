/** Whether a run is healthy: its figures, what they say in plain words, and what to try. */
@NullMarked
package io.github.gan4j.report.health;

import org.jspecify.annotations.NullMarked;
