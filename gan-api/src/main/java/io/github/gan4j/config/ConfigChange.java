package io.github.gan4j.config;

import org.jspecify.annotations.Nullable;

/**
 * A field of a configuration, and the value that it should have.
 *
 * @param field what to change
 * @param value what {@link ConfigField#value} shall return then; null to leave the field unset
 */
public record ConfigChange(ConfigField field, @Nullable Object value) {}
