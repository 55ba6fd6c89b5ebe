package io.github.gan4j.examples.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The blocks of the README compile as they are pasted: imports on top, the rest into a method that
 * may throw.
 */
class ReadmeCompilesTest {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\n");

  @TempDir java.nio.file.Path classes;

  static List<String> blocks() throws IOException {
    return ShownCode.blocks(ShownCode.README);
  }

  @Test
  void thereAreBlocks() throws IOException {
    assertThat(blocks()).hasSizeGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aBlockCompilesAsPasted(String block) throws IOException {
    boolean goesOn = block.contains("gan.") && !block.contains("TrainedGan gan");
    String code = goesOn ? blocks().get(0) + block : block;

    assertThat(errors(code)).isEmpty();
  }

  @Test
  void withoutItsImportsABlockWouldNotCompile() throws IOException {
    String bare = IMPORT.matcher(blocks().get(0)).replaceAll("");

    assertThat(errors(bare)).isNotEmpty();
  }

  private List<String> errors(String code) throws IOException {
    String imports =
        IMPORT.matcher(code).results().map(found -> found.group()).collect(Collectors.joining());
    String source =
        imports
            + "class Pasted {\n  void main() throws Exception {\n"
            + IMPORT.matcher(code).replaceAll("")
            + "\n  }\n}\n";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter rest = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  rest,
                  files,
                  found,
                  List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath()),
                  null,
                  List.of(new Source(source)))
              .call();
      List<String> errors = new ArrayList<>();
      if (!compiled) {
        errors.add(source);
        found.getDiagnostics().forEach(diagnostic -> errors.add(diagnostic.toString()));
        errors.add(rest.toString());
      }
      return errors;
    }
  }

  /** Surefire's class path is a jar that lists the true one. */
  private static String classPath() {
    return Stream.of("surefire.test.class.path", "java.class.path")
        .map(System::getProperty)
        .filter(path -> path != null)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Pasted.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
