package io.github.gan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void valuesGoInAsTheyAre() {
    String filled =
        new Template("<{{a}}|{{b}}|{{a}}>").fill(Map.of("a", "$1\\{{b}}", "b", "{{a}}"));

    assertThat(filled).isEqualTo("<$1\\{{b}}|{{a}}|$1\\{{b}}>");
  }

  @Test
  void placesAndValuesMustMatch() {
    Template template = new Template("{{a}}");

    assertThatThrownBy(() -> template.fill(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the template's place has no value: a");
    assertThatThrownBy(() -> template.fill(Map.of("a", "", "b", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the template has no places for these: [b]");
  }

  @Test
  void escapedTextMeansNothing() {
    assertThat(Html.text("<script>alert('a & \"b\"')</script>\u0000"))
        .isEqualTo("&lt;script&gt;alert(&#39;a &amp; &quot;b&quot;&#39;)&lt;/script&gt;\uFFFD");
  }
}
