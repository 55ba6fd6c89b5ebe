/**
 * MNIST and Fashion-MNIST, embedded, and readers of IDX files, image folders and arrays. What a
 * dataset is stands in {@link io.github.gan4j.data}; what is done with one does not belong here.
 */
@NullMarked
package io.github.gan4j.datasets;

import org.jspecify.annotations.NullMarked;
