package io.github.gan4j.cpu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a test that forgets to close something on purpose: {@link LeakAudit} lets it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface LeavesOpen {}
