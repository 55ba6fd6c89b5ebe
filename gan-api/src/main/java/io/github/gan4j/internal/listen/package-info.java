/** How a run's events reach its listeners. */
@NullMarked
package io.github.gan4j.internal.listen;

import org.jspecify.annotations.NullMarked;
