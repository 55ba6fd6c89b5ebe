/** The engine that runs networks on the processor. */
@NullMarked
package io.github.gan4j.cpu;

import org.jspecify.annotations.NullMarked;
