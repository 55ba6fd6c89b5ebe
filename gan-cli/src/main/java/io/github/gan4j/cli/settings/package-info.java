/**
 * What a run can be told: one table of settings, from which flags, YAML files, help and
 * documentation come, and the values that a run gets of it. Nothing here trains or writes.
 */
@NullMarked
package io.github.gan4j.cli.settings;

import org.jspecify.annotations.NullMarked;
