package io.github.gan4j.cpu.internal.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test over sizes around those of vector registers and their unrolled loops. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "n = {0}")
@ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 31, 33, 1023, 1024})
@interface Sizes {}
