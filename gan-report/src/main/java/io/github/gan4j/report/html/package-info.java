/**
 * The HTML report of a run: one self-contained page that a browser shows and refreshes, without a
 * server or network. What it says of a run's health is found in {@link
 * io.github.gan4j.report.health}.
 */
@NullMarked
package io.github.gan4j.report.html;

import org.jspecify.annotations.NullMarked;
