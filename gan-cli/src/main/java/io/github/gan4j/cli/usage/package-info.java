/** What a person is told of wrong usage, and the version. */
@NullMarked
package io.github.gan4j.cli.usage;

import org.jspecify.annotations.NullMarked;
