/** From configurations to an engine's networks, and from those to what people use. */
@NullMarked
package io.github.gan4j.internal.network;

import org.jspecify.annotations.NullMarked;
