/** Runs that can be gone on with: when their state is saved, where, and how much is kept. */
@NullMarked
package io.github.gan4j.checkpoint;

import org.jspecify.annotations.NullMarked;
