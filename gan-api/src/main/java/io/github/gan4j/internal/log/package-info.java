/** The way of the library's warnings to whoever reads logs. */
@NullMarked
package io.github.gan4j.internal.log;

import org.jspecify.annotations.NullMarked;
