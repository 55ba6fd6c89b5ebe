package io.github.gan4j.report.html;

import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.report.health.Advice;
import io.github.gan4j.report.health.Diagnosis;
import io.github.gan4j.report.health.Health;
import io.github.gan4j.report.health.Verdict;
import java.util.List;

/** The verdict on a run's health, as a section of the page. */
final class VerdictSection {
  private VerdictSection() {}

  static String html(Verdict verdict, ConfigWording wording) {
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"verdict ")
        .append(style(verdict.health()))
        .append("\" aria-labelledby=\"verdict-title\">\n");
    for (int i = 0; i < verdict.diagnoses().size(); i++) {
      append(html, verdict.diagnoses().get(i), wording, i == 0);
    }
    return html.append("</section>").toString();
  }

  /** Returns what a state is called in a heading. */
  static String name(Health health) {
    return switch (health) {
      case DIVERGED -> "Diverged";
      case DIVERSITY_FALLING -> "Diversity is falling";
      case OSCILLATING -> "Oscillating";
      case DISCRIMINATOR_WINNING -> "The discriminator is winning";
      case GENERATOR_WINNING -> "The generator is winning";
      case BALANCED -> "Balanced";
      case NOTHING_FOUND -> "Nothing wrong found";
      case TOO_EARLY -> "Too early to tell";
    };
  }

  /** Returns what the style sheet calls how good a state is; empty if it is neither. */
  static String style(Health health) {
    return switch (health) {
      case DIVERGED, DIVERSITY_FALLING -> "bad";
      case OSCILLATING, DISCRIMINATOR_WINNING, GENERATOR_WINNING -> "watch";
      case BALANCED -> "good";
      case NOTHING_FOUND, TOO_EARLY -> "";
    };
  }

  private static void append(
      StringBuilder html, Diagnosis diagnosis, ConfigWording wording, boolean main) {
    html.append("<div class=\"diagnosis\">\n")
        .append(
            main ? "<h2 id=\"verdict-title\">" : "<h3 class=\"" + style(diagnosis.health()) + "\">")
        .append(name(diagnosis.health()))
        .append(main ? "</h2>\n" : "</h3>\n")
        .append("<p>")
        .append(Html.text(diagnosis.summary()))
        .append("</p>\n<div class=\"evidence\">\n");
    appendList(html, "What this rests on", diagnosis.figures().stream().map(Html::prose).toList());
    appendList(
        html,
        "What to try, one at a time",
        diagnosis.advice().stream().map(advice -> item(advice, wording)).toList());
    html.append("</div>\n</div>\n");
  }

  /** The setting is one piece of code, to be copied. */
  private static String item(Advice advice, ConfigWording wording) {
    return "<code>"
        + Html.prose(advice.change(wording))
        + "</code>"
        + Html.prose(advice.rest(wording));
  }

  private static void appendList(StringBuilder html, String title, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    html.append("<div><h4>").append(title).append("</h4>\n<ul>\n");
    items.forEach(item -> html.append("<li>").append(item).append("</li>\n"));
    html.append("</ul></div>\n");
  }
}
