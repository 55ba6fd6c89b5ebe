package io.github.gan4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README shows the code that {@link ReadmeSnippetsTest} runs, in line breaks of its own. */
class ReadmeTest {
  private static final Path BASE = Path.of(System.getProperty("basedir", ""));
  private static final Path README = BASE.resolve("../README.md");
  private static final Path SNIPPETS =
      BASE.resolve("src/test/java/io/github/gan4j/cli/ReadmeSnippetsTest.java");
  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// region (\\w+)\\n(.*?)\\n*^ *// endregion$");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  @Test
  void theRegionsAreThese() throws IOException {
    assertThat(regions())
        .containsOnlyKeys(
            "quickstart", "generate", "trainer", "resume", "listener", "watch", "loss")
        .allSatisfy((name, code) -> assertThat(code).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quickstart", "generate", "trainer", "resume", "listener", "watch", "loss"})
  void theReadmeShowsTheRegion(String name) throws IOException {
    assertThat(README).exists();
    String readme = Files.readString(README, UTF_8);
    String code = regions().get(name);

    assertThat(FENCE.matcher(readme).results().map(fence -> fence.group(1)))
        .as("a ```java block of README.md with region %s:%n%s", name, code)
        .anyMatch(block -> withoutSpace(block).contains(withoutSpace(code)));
  }

  /** Returns the code of each region, moved to the left edge. */
  private static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new TreeMap<>();
    REGION
        .matcher(Files.readString(SNIPPETS, UTF_8))
        .results()
        .forEach(
            (MatchResult region) -> regions.put(region.group(1), region.group(2).stripIndent()));
    return regions;
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s", "");
  }
}
