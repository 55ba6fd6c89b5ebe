/**
 * A small classifier, trained on labelled images to judge generated ones. No part of the library.
 */
@NullMarked
package io.github.gan4j.cli.classify;

import org.jspecify.annotations.NullMarked;
