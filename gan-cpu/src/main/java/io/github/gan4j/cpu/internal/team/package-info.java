/** The engine's threads: who works, where they meet, how they wait. */
@NullMarked
package io.github.gan4j.cpu.internal.team;

import org.jspecify.annotations.NullMarked;
