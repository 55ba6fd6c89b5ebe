package io.github.gan4j.cli.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** Makes modules of programs that are written for the class path. */
final class ModularPrograms {
  private ModularPrograms() {}

  /**
   * Compiles a program as the class {@code Main} of a module, whose one package has its name.
   *
   * @param program a class of these tests
   * @param required modules that it requires
   * @param libraries what it needs at run time
   */
  static void compile(
      Class<?> program,
      String module,
      List<String> required,
      List<Path> libraries,
      Path sources,
      Path classes)
      throws IOException {
    Path descriptor = Files.createDirectories(sources).resolve("module-info.java");
    StringBuilder text = new StringBuilder("module ").append(module).append(" {\n");
    required.forEach(name -> text.append("  requires ").append(name).append(";\n"));
    Files.writeString(descriptor, text.append("}\n"));
    Path main = Files.createDirectories(sources.resolve(module)).resolve("Main.java");
    Files.writeString(main, source(program, module));
    List<Path> path = new ArrayList<>(libraries);
    path.addAll(Java.annotations());
    run(
        "javac",
        "-d",
        classes.toString(),
        "-p",
        Java.join(path),
        descriptor.toString(),
        main.toString());
  }

  private static String source(Class<?> program, String module) throws IOException {
    Path file =
        Path.of(System.getProperty("basedir", ""))
            .resolve("src/test/java")
            .resolve(program.getName().replace('.', '/') + ".java");
    String moved =
        Files.readString(file)
            .replace("package " + program.getPackageName() + ";", "package %s;".formatted(module))
            .replace(program.getSimpleName(), "Main");
    assertThat(moved).contains("package %s;".formatted(module), "class Main");
    return moved;
  }

  /** Runs a tool of the JDK, which must end well. */
  static void run(String tool, String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    ToolProvider provider =
        ToolProvider.findFirst(tool).orElseThrow(() -> new AssertionError("not a JDK: no " + tool));
    int exit = provider.run(out, out, arguments);
    assertThat(exit).as(tool + ": " + printed).isZero();
  }
}
