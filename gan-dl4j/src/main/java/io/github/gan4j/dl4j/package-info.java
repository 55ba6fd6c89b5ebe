/**
 * GANs beside Deeplearning4j: trained networks as DL4J's, images and latent vectors as ND4J's
 * arrays, and datasets of DL4J's iterators. Nothing but this module names Deeplearning4j or ND4J.
 */
@NullMarked
package io.github.gan4j.dl4j;

import org.jspecify.annotations.NullMarked;
