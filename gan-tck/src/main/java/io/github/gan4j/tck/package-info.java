/**
 * The contract that every engine keeps, as JUnit tests to inherit. An engine's own tests hold one
 * class that extends {@link EngineContract}.
 */
@NullMarked
package io.github.gan4j.tck;

import org.jspecify.annotations.NullMarked;
