/** What a training run tells: listeners, the events they get, and the history that stays. */
@NullMarked
package io.github.gan4j.training;

import org.jspecify.annotations.NullMarked;
