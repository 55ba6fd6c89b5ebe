package io.github.gan4j.report.html;

import io.github.gan4j.report.html.RunView.State;
import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.report.internal.RollBackText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the page of a run. */
final class Page {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Template template = new Template(Template.resource("report.html"));
  private final String style = Template.resource("report.css");
  private final String script = Template.resource("report.js");
  // What the page's policy lets run: these very texts and nothing else.
  private final String styleHash = hash(style);
  private final String scriptHash = hash(script);

  String html(RunView view) {
    Map<String, String> values = new HashMap<>();
    values.put("style", style);
    values.put("styleHash", styleHash);
    values.put("script", script);
    values.put("scriptHash", scriptHash);
    values.put("state", view.state().name().toLowerCase(Locale.ROOT));
    values.put("health", VerdictSection.style(view.verdict().health()));
    values.put("writtenMillis", Long.toString(view.written().toEpochMilli()));
    values.put("everyMillis", Long.toString(view.refreshInterval().toMillis()));
    values.put("noScriptRefresh", view.state() == State.RUNNING ? noScriptRefresh(view) : "");
    values.put("title", Html.text(title(view)));
    values.put("heading", Html.text(view.run().dataset().name()));
    values.put("stateName", view.state().word());
    values.put("stateText", Html.text(stateText(view)));
    values.put("step", Long.toString(view.step()));
    values.put("totalSteps", Long.toString(Math.max(1, view.run().totalSteps())));
    values.put("times", Html.text(times(view)));
    values.put("wentBack", wentBack(view));
    values.put("verdict", VerdictSection.html(view.verdict(), view.wording()));
    values.put("samples", SamplesSection.html(view));
    values.put("frames", SamplesSection.json(view.frames()));
    values.put("charts", new Charts(view).html());
    values.put("epochs", EpochTable.html(view));
    values.put("settings", Settings.html(view.run(), view.wording()));
    values.put("machine", Html.text(RunMachine.describe(view.run())));
    return template.fill(values);
  }

  private static String noScriptRefresh(RunView view) {
    long seconds = Math.max(5, view.refreshInterval().toSeconds());
    return "<noscript><meta http-equiv=\"refresh\" content=\"" + seconds + "\"></noscript>";
  }

  /** Returns a title that tells in a row of tabs how the run comes along. */
  private static String title(RunView view) {
    String where = view.state() == State.RUNNING ? epochOf(view) : view.state().word();
    return where + " \u00b7 " + view.run().dataset().name() + " \u00b7 GAN4J";
  }

  private static String stateText(RunView view) {
    return switch (view.state()) {
      case RUNNING ->
          Double.isNaN(view.secondsLeft())
              ? epochOf(view)
              : epochOf(view) + ", about " + Figures.duration(view.secondsLeft()) + " left";
      case COMPLETED ->
          Figures.counted(view.step(), "step")
              + " in "
              + Figures.duration(view.elapsed().toMillis() / 1e3);
      case STOPPED, FAILED ->
          (view.step() == 0
                  ? "before the first step was done"
                  : "in " + epochOf(view) + ", after step " + view.step())
              + (view.failure() == null ? "" : ": " + view.failure());
    };
  }

  private static String epochOf(RunView view) {
    return "epoch " + view.epoch() + " of " + view.run().config().schedule().epochs();
  }

  private static String times(RunView view) {
    ZoneId zone = ZoneId.systemDefault();
    return "Started "
        + TIME.format(view.started().atZone(zone))
        + ", "
        + (view.state() == State.RUNNING ? "as of " : "ended ")
        + TIME.format(view.written().atZone(zone))
        + " ("
        + Figures.duration(view.elapsed().toMillis() / 1e3)
        + "), step "
        + view.step()
        + " of "
        + view.run().totalSteps();
  }

  private static String wentBack(RunView view) {
    return view.run().rollBacks().stream()
        .map(
            rollBack ->
                "<p class=\"times\">" + Html.text(RollBackText.describe(rollBack)) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
