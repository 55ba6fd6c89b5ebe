/**
 * MNIST and Fashion-MNIST, embedded, readers of IDX files, image folders and arrays, and datasets
 * made of others in another size or other channels. What a dataset is stands in {@link
 * io.github.gan4j.data}; what is done with one does not belong here.
 */
@NullMarked
package io.github.gan4j.datasets;

import org.jspecify.annotations.NullMarked;
