/** Safetensors files, and models in them. */
@NullMarked
package io.github.gan4j.internal.file;

import org.jspecify.annotations.NullMarked;
