/** The one training loop: engines supply networks, this drives them. */
@NullMarked
package io.github.gan4j.internal.loop;

import org.jspecify.annotations.NullMarked;
