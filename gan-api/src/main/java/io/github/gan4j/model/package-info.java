/** The two players, as a person who uses them meets them. */
@NullMarked
package io.github.gan4j.model;

import org.jspecify.annotations.NullMarked;
