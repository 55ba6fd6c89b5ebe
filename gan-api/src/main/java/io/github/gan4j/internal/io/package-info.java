/** Files that are there whole or not at all. */
@NullMarked
package io.github.gan4j.internal.io;

import org.jspecify.annotations.NullMarked;
