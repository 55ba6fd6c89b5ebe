/** What a run finds out about its data before the first step. */
@NullMarked
package io.github.gan4j.internal.data;

import org.jspecify.annotations.NullMarked;
