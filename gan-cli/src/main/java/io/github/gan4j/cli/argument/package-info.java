/**
 * Arguments and flags that several commands take. What one command alone takes is in its package.
 */
@NullMarked
package io.github.gan4j.cli.argument;

import org.jspecify.annotations.NullMarked;
