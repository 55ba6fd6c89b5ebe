/**
 * Dense networks: layers, their passes and their updates, with a layer's columns and the weights'
 * tiles taken from a work queue by the workers of a team. A layer is a product and a list of
 * stages.
 */
@NullMarked
package io.github.gan4j.cpu.internal.dense;

import org.jspecify.annotations.NullMarked;
