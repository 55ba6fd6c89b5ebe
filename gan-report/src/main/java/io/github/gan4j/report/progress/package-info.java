/** How a run comes along, on a terminal or in a log. */
@NullMarked
package io.github.gan4j.report.progress;

import org.jspecify.annotations.NullMarked;
