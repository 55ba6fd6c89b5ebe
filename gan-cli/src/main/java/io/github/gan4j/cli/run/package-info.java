/** A training run from its settings on: its data, its folder, its listeners, its interruption. */
@NullMarked
package io.github.gan4j.cli.run;

import org.jspecify.annotations.NullMarked;
