/** The command {@code train}. */
@NullMarked
package io.github.gan4j.cli.train;

import org.jspecify.annotations.NullMarked;
