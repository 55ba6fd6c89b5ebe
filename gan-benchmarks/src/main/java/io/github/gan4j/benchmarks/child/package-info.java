/** Programs that measure one thing in a process of their own and print lines of key=value pairs. */
@NullMarked
package io.github.gan4j.benchmarks.child;

import org.jspecify.annotations.NullMarked;
