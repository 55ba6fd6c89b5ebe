package io.github.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.training.Interval.Unit;
import java.lang.reflect.Proxy;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({
    "400, 400, STEPS",
    "1, 1, STEPS",
    "2ep, 2, EPOCHS",
    "2147483647ep, 2147483647, EPOCHS"
  })
  void aTextIsReadAndWritten(String text, int count, Unit unit) {
    assertThat(Interval.parse(text)).isEqualTo(new Interval(count, unit)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0ep", "-1", "2 ep", "ep", "2e", "1.5ep", "2147483648", "99999999999ep"})
  void anotherTextIsRefusedWithTheRule(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interval.parse(text))
        .withMessage("must be steps from 1 on, as in 400, or epochs, as in 2ep, was " + text);
  }

  @Test
  void aCountBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Interval.steps(0))
        .withMessage("interval must be at least 1, was 0");
  }

  @Test
  void itIsDueAfterEachFullInterval() {
    assertThat(stepsDue(Interval.steps(4))).containsExactly(4L, 8L, 12L);
    assertThat(stepsDue(Interval.epochs(1))).containsExactly(3L, 6L, 9L, 12L);
    assertThat(stepsDue(Interval.epochs(2))).containsExactly(6L, 12L);
  }

  /** Of 13 steps in epochs of 3. */
  private static LongStream stepsDue(Interval interval) {
    Run run =
        (Run)
            Proxy.newProxyInstance(
                Run.class.getClassLoader(),
                new Class<?>[] {Run.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isEqualTo("stepsPerEpoch");
                  return 3;
                });
    return LongStream.rangeClosed(1, 13).filter(step -> interval.isDueAfter(step, run));
  }
}
