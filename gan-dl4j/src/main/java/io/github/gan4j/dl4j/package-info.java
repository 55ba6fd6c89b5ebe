/**
 * What carries trained networks over to Deeplearning4j. Nothing but this module names
 * Deeplearning4j or ND4J.
 */
@NullMarked
package io.github.gan4j.dl4j;

import org.jspecify.annotations.NullMarked;
