/** The engine over ND4J and Deeplearning4j. Nothing but this module names these. */
@NullMarked
package io.github.gan4j.dl4j;

import org.jspecify.annotations.NullMarked;
