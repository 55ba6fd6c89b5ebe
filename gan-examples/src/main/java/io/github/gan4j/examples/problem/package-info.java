/** How a person is told what is wrong. */
@NullMarked
package io.github.gan4j.examples.problem;

import org.jspecify.annotations.NullMarked;
