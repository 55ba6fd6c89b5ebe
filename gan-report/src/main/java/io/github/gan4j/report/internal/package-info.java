/**
 * What the listeners of this module share, such as number formats, axes, grid layouts and output
 * files. Not exported.
 */
@NullMarked
package io.github.gan4j.report.internal;

import org.jspecify.annotations.NullMarked;
