/** What values of settings are, how they are read and how they are written. */
@NullMarked
package io.github.gan4j.cli.settings.type;

import org.jspecify.annotations.NullMarked;
