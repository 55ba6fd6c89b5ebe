/** Generated images and how they become pictures and files. */
@NullMarked
package io.github.gan4j.image;

import org.jspecify.annotations.NullMarked;
