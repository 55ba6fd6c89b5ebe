package io.github.gan4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.fake.FakeEngine;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {
  /** The engine that {@link High} hands out. */
  private static final FakeEngine HIGH = new FakeEngine();

  @TempDir Path classPath;

  @Test
  void withoutAnEngineTheMessageIsTheCure() throws IOException {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> createWith(List.of()))
        .withMessage(
            "no GAN engine found: add io.github.gan4j:gan-cpu to the class path,"
                + " or call Gan.builder().engine(...)");
  }

  @Test
  void aThreadWithoutAClassLoaderFindsNoEngineEither() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try {
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(Engines::create)
          .withMessageStartingWith("no GAN engine found");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void theHighestPriorityIsUsedInWhateverOrderTheyAreFound() throws IOException {
    assertThat(createWith(List.of(Low.class, High.class))).isSameAs(HIGH);
    assertThat(createWith(List.of(High.class, Low.class))).isSameAs(HIGH);
  }

  @Test
  void twoEnginesOfOneIdAreAnErrorThatNamesBoth() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> createWith(List.of(High.class, Low.class, LowAgain.class)))
        .withMessage(
            "two GAN engines of the id low found: %s and %s; remove one from the class path",
            Low.class.getName(), LowAgain.class.getName());
  }

  @Test
  void aProviderThatCannotBeMadeIsAnErrorWithItsCause() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> createWith(List.of(High.class, Broken.class)))
        .withMessageStartingWith("a GAN engine cannot be loaded: ")
        .withMessageContaining(Broken.class.getName())
        .withRootCauseInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aProviderThatIsNotThereIsAnErrorThatNamesIt() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> createWithNames(List.of("no.such.Provider")))
        .withMessageContaining("no.such.Provider");
  }

  @Test
  void anEngineThatCannotRunHereSaysItself() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> createWith(List.of(Low.class)))
        .withMessage("add the classifier");
  }

  private GanEngine createWith(List<Class<?>> providers) throws IOException {
    return createWithNames(providers.stream().<String>map(Class::getName).toList());
  }

  private GanEngine createWithNames(List<String> providers) throws IOException {
    Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
    Files.write(services.resolve(GanEngineProvider.class.getName()), providers);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] urls = {classPath.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, before)) {
      thread.setContextClassLoader(loader);
      return Engines.create();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Works. */
  public static final class High implements GanEngineProvider {
    @Override
    public String id() {
      return "high";
    }

    @Override
    public int priority() {
      return 10;
    }

    @Override
    public GanEngine create() {
      return HIGH;
    }
  }

  /** Cannot run here. */
  public static class Low implements GanEngineProvider {
    @Override
    public String id() {
      return "low";
    }

    @Override
    public int priority() {
      return -10;
    }

    @Override
    public GanEngine create() {
      throw new EngineException("add the classifier", null);
    }
  }

  /** Has another's id. */
  public static final class LowAgain extends Low {}

  /** Cannot be made. */
  public static final class Broken extends Low {
    public Broken() {
      throw new UnsupportedOperationException("broken");
    }
  }
}
