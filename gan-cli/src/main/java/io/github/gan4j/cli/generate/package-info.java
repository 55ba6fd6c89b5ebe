/**
 * The command {@code generate}: images of a model, paths between seeds, and the nearest real
 * images.
 */
@NullMarked
package io.github.gan4j.cli.generate;

import org.jspecify.annotations.NullMarked;
