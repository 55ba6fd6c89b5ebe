/** GANs on Gaussians whose places are known, to see which modes they find. */
@NullMarked
package io.github.gan4j.cli.modes;

import org.jspecify.annotations.NullMarked;
