/** The command {@code completion}. */
@NullMarked
package io.github.gan4j.cli.completion;

import org.jspecify.annotations.NullMarked;
