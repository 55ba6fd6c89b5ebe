/** The datasets that can be named. */
@NullMarked
package io.github.gan4j.cli.data;

import org.jspecify.annotations.NullMarked;
