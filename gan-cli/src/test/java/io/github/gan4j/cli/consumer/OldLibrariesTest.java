package io.github.gan4j.cli.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.gan4j.Gan;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library works with the oldest versions of other libraries that {@code
 * docs/guide/platforms.md} claims, which the build puts beside the classes, and without those that
 * are needed at compile time only. All other tests run with the newest.
 */
class OldLibrariesTest {
  private static final Path OLDEST =
      Java.origin(OldLibrariesTest.class).resolveSibling("oldest-libraries");

  @TempDir Path folder;

  @Test
  void aProgramTrainsSavesLoadsAndResumesWithTheOldestLibraries() throws Exception {
    List<Path> entries = new ArrayList<>(oldest());
    entries.addAll(Java.classPath(entry -> !isOlder(entry)));

    assertThat(run(entries)).contains("loaded true", "resumed 3");
  }

  @Test
  void aProgramTrainsSavesLoadsAndResumesWithTheNewestLibraries() throws Exception {
    List<Path> entries = Java.classPath(entry -> true);
    assertThat(entries).anyMatch(OldLibrariesTest::isOlder);

    assertThat(run(entries)).contains("loaded true", "resumed 3");
  }

  private String run(List<Path> classPath) throws Exception {
    return Java.run(
        Java.current(),
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            Java.join(classPath),
            Consumer.class.getName(),
            folder.toString()));
  }

  /** The program above does not come by every line. */
  @Test
  void everyMethodThatIsCalledIsThereInTheOldestLibraries() throws Exception {
    List<String> missing = new ArrayList<>();
    TreeSet<String> called = new TreeSet<>();
    try (URLClassLoader loader =
        new URLClassLoader(urls(oldest()), ClassLoader.getPlatformClassLoader())) {
      for (JavaClass type :
          new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages(Gan.class.getPackageName())) {
        for (JavaCodeUnitAccess<?> call : type.getCodeUnitAccessesFromSelf()) {
          if (isOlder(call)) {
            called.add(call.getTargetOwner().getPackageName());
            if (!exists(call, loader)) {
              missing.add(call.getDescription());
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(called).contains("com.google.gson", "com.google.gson.stream", "org.slf4j");
  }

  @Test
  void theGuideNamesTheVersionsThatAreTried() throws Exception {
    Path guide = Path.of(System.getProperty("basedir", "")).resolve("../docs/guide/platforms.md");
    String text = Files.readString(guide);
    for (Path jar : oldest()) {
      String library = library(jar);
      Path newest =
          Java.classPath(entry -> library(entry).equals(library)).stream()
              .findFirst()
              .orElseThrow();
      assertThat(text)
          .containsPattern(
              "`[a-z0-9.]+:%s` \\| .* \\| %s \\| %s \\|"
                  .formatted(library, Pattern.quote(version(jar)), Pattern.quote(version(newest))));
    }
  }

  private static String library(Path jar) {
    return jar.getFileName().toString().replaceFirst("-[0-9].*", "");
  }

  private static String version(Path jar) {
    return jar.getFileName().toString().substring(library(jar).length() + 1).replace(".jar", "");
  }

  private static boolean isOlder(JavaAccess<?> call) {
    String name = call.getTargetOwner().getPackageName() + ".";
    return name.startsWith("com.google.gson.") || name.startsWith("org.slf4j.");
  }

  private static boolean exists(JavaCodeUnitAccess<?> call, ClassLoader loader) {
    try {
      Class<?> owner = Class.forName(call.getTargetOwner().getFullName(), false, loader);
      MethodType type = type(call, loader);
      if (call.getName().equals("<init>")) {
        Constructor<?> found = owner.getDeclaredConstructor(type.parameterArray());
        return found.getParameterCount() == type.parameterCount();
      }
      return Stream.of(owner.getMethods())
          .filter(method -> method.getName().equals(call.getName()))
          .anyMatch(method -> isOfType(method, type));
    } catch (ReflectiveOperationException | TypeNotPresentException e) {
      return false;
    }
  }

  private static MethodType type(JavaCodeUnitAccess<?> call, ClassLoader loader) {
    StringBuilder descriptor = new StringBuilder("(");
    call.getTarget().getRawParameterTypes().forEach(type -> descriptor.append(descriptor(type)));
    descriptor.append(')').append(descriptor(call.getTarget().getRawReturnType()));
    return MethodType.fromMethodDescriptorString(descriptor.toString(), loader);
  }

  private static String descriptor(JavaClass type) {
    String name = type.getName();
    return switch (name) {
      case "void" -> "V";
      case "boolean" -> "Z";
      case "int" -> "I";
      case "long" -> "J";
      case "double" -> "D";
      case "float" -> "F";
      case "char" -> "C";
      default -> name.startsWith("[") ? name.replace('.', '/') : "L" + name.replace('.', '/') + ";";
    };
  }

  private static boolean isOfType(Method method, MethodType type) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).equals(type);
  }

  /** Returns the old jars, of which there must be one for each library. */
  private static List<Path> oldest() throws IOException {
    try (Stream<Path> files = Files.list(OLDEST)) {
      List<Path> jars = files.sorted().toList();
      assertThat(jars).extracting(OldLibrariesTest::library).containsExactly("gson", "slf4j-api");
      return jars;
    }
  }

  private static boolean isOlder(Path entry) {
    String name = entry.getFileName().toString();
    return Stream.of("gson-", "slf4j-").anyMatch(name::startsWith);
  }

  private static URL[] urls(List<Path> jars) throws MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    return urls;
  }
}
