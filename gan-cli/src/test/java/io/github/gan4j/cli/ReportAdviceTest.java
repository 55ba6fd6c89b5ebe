package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run's page advises can be pasted behind the command that made it. */
class ReportAdviceTest {
  @TempDir private Path folder;

  @Test
  void commandLineTakesTheAdviceOfARunThatDiverged() throws IOException {
    Path run = folder.resolve("run");
    Cli.Result trained =
        Cli.run(
            "train",
            "mnist-plain",
            "--hidden=8",
            "--learning-rate=9",
            "--beta1=0.9",
            "--max-steps=60",
            "--progress=none",
            "--out",
            run);
    String page = Files.readString(run.resolve("report.html"));
    assertThat(page).as(trained.err()).contains("<h2 id=\"verdict-title\">Diverged</h2>");

    List<String> arguments = new ArrayList<>(List.of("train", "mnist-plain", "--show-config"));
    Pattern.compile("<code>(.*?)</code>")
        .matcher(page)
        .results()
        .map(code -> code.group(1).replaceAll("<[^>]*>", ""))
        .forEach(code -> arguments.addAll(List.of(code.split(" ", -1))));
    assertThat(arguments).contains("--learning-rate", "--beta1");
    Cli.Result pasted = Cli.run(arguments.toArray());

    assertThat(pasted.err()).isEmpty();
    assertThat(pasted.out()).contains("learning-rate: 0.0002", "beta1: 0.5");
  }
}
