package io.github.gan4j.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * README and guide show code that runs: each Java block is a {@code region} of a program or a test
 * of this module, in line breaks of its own and with imports on top where it likes.
 */
class ShownCodeTest {

  static List<java.nio.file.Path> pages() throws IOException {
    return ShownCode.pages();
  }

  static List<String> regions() throws IOException {
    return List.copyOf(ShownCode.regions().keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachBlockOfAPageIsARegion(java.nio.file.Path page) throws IOException {
    List<String> regions = ShownCode.regions().values().stream().map(ShownCode::essence).toList();

    assertThat(ShownCode.blocks(page))
        .as("Java blocks of %s, each a region in gan-examples/src", page.getFileName())
        .allMatch(block -> regions.contains(ShownCode.essence(block)));
  }

  @ParameterizedTest
  @MethodSource("regions")
  void eachRegionIsShown(String name) throws IOException {
    List<String> blocks = new ArrayList<>();
    for (java.nio.file.Path page : ShownCode.pages()) {
      ShownCode.blocks(page).forEach(block -> blocks.add(ShownCode.essence(block)));
    }

    assertThat(blocks)
        .as("the Java blocks of README and guide, with region %s among them", name)
        .contains(ShownCode.essence(ShownCode.regions().get(name)));
  }

  @Test
  void thereArePagesBlocksAndRegions() throws IOException {
    Map<String, String> regions = ShownCode.regions();
    assertThat(regions).containsKeys("quickstart", "loss", "resumable", "convert");
    assertThat(regions.values()).allSatisfy(code -> assertThat(code).isNotBlank());
    assertThat(ShownCode.pages()).hasSizeGreaterThan(10);
    assertThat(ShownCode.blocks(ShownCode.README)).hasSizeGreaterThanOrEqualTo(7);
  }
}
