/** The command {@code bench}. */
@NullMarked
package io.github.gan4j.cli.bench;

import org.jspecify.annotations.NullMarked;
