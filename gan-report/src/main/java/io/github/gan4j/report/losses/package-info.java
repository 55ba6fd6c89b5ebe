/** Both players' losses: as a file to compute with, as text to read, as a picture. */
@NullMarked
package io.github.gan4j.report.losses;

import org.jspecify.annotations.NullMarked;
