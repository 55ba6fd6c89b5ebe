/** The command {@code recipes}. */
@NullMarked
package io.github.gan4j.cli.recipes;

import org.jspecify.annotations.NullMarked;
