/** What a dataset is. Datasets themselves live in gan-datasets or with the user. */
@NullMarked
package io.github.gan4j.data;

import org.jspecify.annotations.NullMarked;
