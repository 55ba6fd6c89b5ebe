/** What the metrics of this module share. Not for use from outside. */
@NullMarked
package io.github.gan4j.metrics.internal;

import org.jspecify.annotations.NullMarked;
