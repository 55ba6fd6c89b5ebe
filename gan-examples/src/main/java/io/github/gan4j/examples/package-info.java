/** Short programs, each to be read from top to bottom. README.md beside the sources lists them. */
@NullMarked
package io.github.gan4j.examples;

import org.jspecify.annotations.NullMarked;
