/** The runs that have a name. */
@NullMarked
package io.github.gan4j.cli.recipe;

import org.jspecify.annotations.NullMarked;
