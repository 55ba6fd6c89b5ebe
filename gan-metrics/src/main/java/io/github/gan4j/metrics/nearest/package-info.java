/**
 * Nearest neighbours of generated images among real ones, and whether they are copies
 * (memorisation). How the result is drawn or printed does not belong here.
 */
@NullMarked
package io.github.gan4j.metrics.nearest;

import org.jspecify.annotations.NullMarked;
