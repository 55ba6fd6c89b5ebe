/** How a person is told what is wrong. */
@NullMarked
package io.github.gan4j.cli.problem;

import org.jspecify.annotations.NullMarked;
