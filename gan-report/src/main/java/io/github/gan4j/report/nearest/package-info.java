/**
 * The real images that generated ones come nearest to: whether a generator makes new images or
 * copies. It stands here and not with the datasets because it judges a generator for a person to
 * look at.
 */
@NullMarked
package io.github.gan4j.report.nearest;

import org.jspecify.annotations.NullMarked;
