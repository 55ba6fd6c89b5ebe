/** The command {@code evaluate}. */
@NullMarked
package io.github.gan4j.cli.evaluate;

import org.jspecify.annotations.NullMarked;
