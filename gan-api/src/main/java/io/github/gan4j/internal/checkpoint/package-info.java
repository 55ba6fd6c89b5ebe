/** Saves runs and goes on with them. */
@NullMarked
package io.github.gan4j.internal.checkpoint;

import org.jspecify.annotations.NullMarked;
