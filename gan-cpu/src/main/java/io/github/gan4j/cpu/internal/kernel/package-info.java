/**
 * The arithmetic between matrix products: small static loops over float arrays, without state. Each
 * has a plain twin in the tests. Nothing here knows layers, threads or native memory.
 */
@NullMarked
package io.github.gan4j.cpu.internal.kernel;

import org.jspecify.annotations.NullMarked;
