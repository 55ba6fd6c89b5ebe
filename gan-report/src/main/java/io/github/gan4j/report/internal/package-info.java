/** What the listeners of this module share. Not for use from outside. */
@NullMarked
package io.github.gan4j.report.internal;

import org.jspecify.annotations.NullMarked;
