/**
 * The command line: {@code Main} and its commands. What they work with is in the packages below.
 */
@NullMarked
package io.github.gan4j.cli;

import org.jspecify.annotations.NullMarked;
