package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import io.github.gan4j.engine.GanEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** The contract finds what it is there to find. */
class BrokenEngineTest {
  private static Fault fault = Call::proceed;

  /** The contract of an engine with the fault of the moment. */
  static class Subject extends EngineContract {
    @Override
    protected GanEngine engine() {
      return FaultyEngine.create(fault);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theContractFindsTheFault(Breakage breakage) {
    fault = breakage.newFault();
    assertThat(failures(breakage.contract(), testOf(breakage)))
        .isNotEmpty()
        .allSatisfy(
            failure ->
                assertThat(failure.getException())
                    .hasMessageStartingWith(
                        breakage.contract().getSuperclass().getSimpleName() + ": "));
  }

  /** Otherwise it could be the proxies that fail. */
  @ParameterizedTest
  @EnumSource
  void theContractFindsNothingWithoutIt(Breakage breakage) {
    fault = Call::proceed;
    assertThat(failures(breakage.contract(), testOf(breakage))).isEmpty();
  }

  @Test
  void aFailureNamesTheContractAndItsRuleBeforeWhatWasFound() {
    fault = Breakage.HIDES_NAN.newFault();
    assertThat(failures(Breakage.HIDES_NAN.contract(), testOf(Breakage.HIDES_NAN)))
        .first()
        .satisfies(
            failure ->
                assertThat(failure.getException())
                    .hasMessageStartingWith(
                        "ActivationContract: a value that is no number comes through: [place 5]"));
  }

  private static PostDiscoveryFilter testOf(Breakage breakage) {
    return descriptor ->
        FilterResult.includedIf(
            descriptor
                .getSource()
                .map(
                    source ->
                        source instanceof MethodSource method
                            && method.getMethodName().equals(breakage.test()))
                .orElse(false));
  }

  private static List<Failure> failures(Class<?> contract, PostDiscoveryFilter tests) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedClass(List.of(Subject.class), contract))
                .filters(tests)
                .build(),
            listener);
    assertThat(listener.getSummary().getTestsStartedCount()).isPositive();
    return listener.getSummary().getFailures();
  }
}
