/**
 * Generator and discriminator as their users meet them, and what one does with latent vectors:
 * interpolation, arithmetic, inversion.
 */
@NullMarked
package io.github.gan4j.model;

import org.jspecify.annotations.NullMarked;
