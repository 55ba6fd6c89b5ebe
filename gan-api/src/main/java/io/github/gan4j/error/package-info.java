/** The exceptions of the library, each with its data. */
@NullMarked
package io.github.gan4j.error;

import org.jspecify.annotations.NullMarked;
