/**
 * A plain engine in double precision: what the contract compares other engines with, and enough to
 * train a toy. Nothing here is fast, and nothing is native.
 */
@NullMarked
package io.github.gan4j.tck.reference;

import org.jspecify.annotations.NullMarked;
