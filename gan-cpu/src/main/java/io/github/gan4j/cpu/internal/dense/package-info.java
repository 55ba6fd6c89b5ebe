/**
 * Dense networks: layers, their passes and their updates, with a layer's columns and the weights'
 * tiles dealt out to the workers of a team.
 */
@NullMarked
package io.github.gan4j.cpu.internal.dense;

import org.jspecify.annotations.NullMarked;
