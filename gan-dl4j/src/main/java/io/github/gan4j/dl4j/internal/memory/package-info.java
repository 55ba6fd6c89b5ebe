/** Memory outside of the Java heap, and matrices in it. */
@NullMarked
package io.github.gan4j.dl4j.internal.memory;

import org.jspecify.annotations.NullMarked;
