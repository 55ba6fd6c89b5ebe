/** What a person looks at while a run goes on and after it. */
@NullMarked
package io.github.gan4j.report;

import org.jspecify.annotations.NullMarked;
