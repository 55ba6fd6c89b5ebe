/**
 * The program {@code gan4j}: {@link io.github.gan4j.cli.Main} and its list of commands. Each
 * command is in a package of its name, with what it alone uses; what several use is in the others.
 */
@NullMarked
package io.github.gan4j.cli;

import org.jspecify.annotations.NullMarked;
