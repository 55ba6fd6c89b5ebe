/** How an engine is found, shared and let go. */
@NullMarked
package io.github.gan4j.internal.engine;

import org.jspecify.annotations.NullMarked;
