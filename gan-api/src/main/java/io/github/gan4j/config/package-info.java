/**
 * The configuration of a run: immutable records of plain values that check themselves, and nothing
 * that trains or draws.
 */
@NullMarked
package io.github.gan4j.config;

import org.jspecify.annotations.NullMarked;
