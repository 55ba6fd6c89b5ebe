/**
 * The contract between gan-api and an engine: networks, their passes, and nothing of the training
 * algorithm. People who only train and use GANs need none of it.
 */
@NullMarked
package io.github.gan4j.engine;

import org.jspecify.annotations.NullMarked;
