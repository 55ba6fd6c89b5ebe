/**
 * MNIST and Fashion-MNIST, embedded, readers of IDX files, image folders and arrays, datasets made
 * of others, and data whose truth is known, with the measure of samples against that truth. What a
 * dataset is stands in {@link io.github.gan4j.data}; what else is done with one does not belong
 * here.
 */
@NullMarked
package io.github.gan4j.datasets;

import org.jspecify.annotations.NullMarked;
