/** The progress bar and progress lines of a run. Files do not belong here. */
@NullMarked
package io.github.gan4j.report.progress;

import org.jspecify.annotations.NullMarked;
