/** Figures as text: tables, charts, and the file that holds them. */
@NullMarked
package io.github.gan4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
