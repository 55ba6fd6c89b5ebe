/**
 * Datasets: MNIST and Fashion-MNIST, embedded; readers of IDX files, image folders and arrays;
 * transforms of datasets; toy data. What a dataset is stands in {@link io.github.gan4j.data};
 * metrics of generated samples do not belong here but in the module {@code
 * io.github.gan4j.metrics}.
 */
@NullMarked
package io.github.gan4j.datasets;

import org.jspecify.annotations.NullMarked;
