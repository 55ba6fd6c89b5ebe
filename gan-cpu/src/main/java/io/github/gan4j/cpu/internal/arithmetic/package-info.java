/**
 * How an engine stores matrices and computes with whole ones: by OpenBLAS in native memory, or by
 * the JDK's Vector API on the heap. Nothing here knows networks.
 */
@NullMarked
package io.github.gan4j.cpu.internal.arithmetic;

import org.jspecify.annotations.NullMarked;
