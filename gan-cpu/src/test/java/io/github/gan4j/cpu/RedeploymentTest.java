package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.vector.VectorApi;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * A server that deploys a program again and again, each time in a class loader of its own, gets the
 * loaders back in the ways that {@code docs/guide/platforms.md} names.
 */
@DisabledIfSystemProperty(
    named = Kernels.PROPERTY,
    matches = ".*",
    disabledReason = "it chooses the kernels itself")
class RedeploymentTest {
  private static final int TIMES = 4;

  /** Deploys a main class several times and counts the class loaders that are left. */
  static final class Server {
    private Server() {}

    public static void main(String[] args) throws Exception {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        loaders.add(deploy(System.getProperty("program")));
      }
      long left = TIMES;
      for (int i = 0; i < 50 && left > 0; i++) {
        System.gc();
        Thread.sleep(100);
        left = loaders.stream().filter(loader -> loader.get() != null).count();
      }
      System.out.println("left " + left);
    }

    private static WeakReference<ClassLoader> deploy(String main) throws Exception {
      try (URLClassLoader loader =
          new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
        Thread thread = new Thread(() -> run(loader, main));
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
        return new WeakReference<>(loader);
      }
    }

    private static void run(ClassLoader loader, String main) {
      try {
        Method method = loader.loadClass(main).getMethod("main", String[].class);
        method.setAccessible(true);
        method.invoke(null, (Object) new String[0]);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static URL[] classPath() throws MalformedURLException {
      List<URL> urls = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    }
  }

  /** Trains and generates, and closes all that it used. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (CpuEngine engine = new CpuEngine(1);
          TrainedGan gan = SmallRun.builder().engine(engine).train(new SmallRun.Patterns())) {
        System.out.println("generated " + gan.generate(3, 1).count());
      }
    }
  }

  /** Ends JavaCPP's thread besides. */
  static final class ProgramThatEndsTheThread {
    private ProgramThatEndsTheThread() {}

    public static void main(String[] args) {
      Program.main(args);
      Pointer.interruptDeallocatorThread();
    }
  }

  @Test
  void itsThreadEndedJavacppLeavesNothing() throws IOException {
    assertThat(left(ProgramThatEndsTheThread.class)).isZero();
  }

  @Test
  void withoutItsThreadJavacppLeavesNothing() throws IOException {
    assertThat(left(Program.class, "-Dorg.bytedeco.javacpp.nopointergc=true")).isZero();
  }

  @Test
  void theVectorApiLeavesNothing() throws IOException {
    assertThat(left(Program.class, "--add-modules", VectorApi.MODULE, "-Dgan4j.kernels=vector"))
        .isZero();
  }

  /** What the guide warns of. */
  @Test
  void otherwiseJavacppsThreadKeepsEachClassLoader() throws IOException {
    assertThat(left(Program.class)).isEqualTo(TIMES);
  }

  private static int left(Class<?> program, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Dprogram=" + program.getName());
    String output = OtherJvm.run(Server.class, name -> true, all.toArray(String[]::new));
    assertThat(output.lines().filter("generated 3"::equals)).as(output).hasSize(TIMES);
    String left = output.lines().filter(line -> line.startsWith("left ")).findFirst().orElseThrow();
    return Integer.parseInt(left.substring("left ".length()));
  }
}
