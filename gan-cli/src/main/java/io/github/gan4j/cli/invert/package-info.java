/** The command {@code invert}. */
@NullMarked
package io.github.gan4j.cli.invert;

import org.jspecify.annotations.NullMarked;
