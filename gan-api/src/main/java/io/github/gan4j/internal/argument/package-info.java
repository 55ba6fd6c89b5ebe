/** Checks of arguments that all of the public API shares. */
@NullMarked
package io.github.gan4j.internal.argument;

import org.jspecify.annotations.NullMarked;
