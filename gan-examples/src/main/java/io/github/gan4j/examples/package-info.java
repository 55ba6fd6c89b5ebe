/** The command line. */
@NullMarked
package io.github.gan4j.examples;

import org.jspecify.annotations.NullMarked;
