package io.github.gan4j.tck;

import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;

/**
 * Has each failure say which contract is broken, and which of its rules: a report names the class
 * of the engine's tests alone.
 */
final class ContractNaming implements TestExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (failure instanceof IncompleteExecutionException) {
      throw failure;
    }
    String contract = context.getRequiredTestMethod().getDeclaringClass().getSimpleName();
    String message =
        "%s: %s: %s"
            .formatted(
                contract,
                inWords(context.getRequiredTestMethod().getName()),
                failure instanceof AssertionError ? failure.getMessage() : failure);
    // What was expected and found is handed on, for tools that show a difference.
    throw failure instanceof AssertionFailedError compared && compared.isExpectedDefined()
        ? new AssertionFailedError(message, compared.getExpected(), compared.getActual(), failure)
        : new AssertionFailedError(message, failure);
  }

  private static String inWords(String name) {
    return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
