/** Points in the plane, as toy data has them, in pictures. */
@NullMarked
package io.github.gan4j.report.points;

import org.jspecify.annotations.NullMarked;
