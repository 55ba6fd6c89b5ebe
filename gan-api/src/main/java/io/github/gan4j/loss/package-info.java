/** Adversarial losses over logits: pure functions in closed form that know no engine. */
@NullMarked
package io.github.gan4j.loss;

import org.jspecify.annotations.NullMarked;
