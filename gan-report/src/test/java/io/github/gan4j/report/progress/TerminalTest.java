package io.github.gan4j.report.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void environmentTakesBarUnlessItSaysDumbOrCi() {
    assertThat(Terminal.environmentTakesBar(Map.of("TERM", "xterm-256color"), false)).isTrue();
    assertThat(Terminal.environmentTakesBar(Map.of("TERM", "xterm", "CI", "false"), false))
        .isTrue();
    assertThat(Terminal.environmentTakesBar(Map.of(), true)).as("Windows").isTrue();

    assertThat(Terminal.environmentTakesBar(Map.of(), false)).isFalse();
    assertThat(Terminal.environmentTakesBar(Map.of("TERM", ""), true)).isFalse();
    assertThat(Terminal.environmentTakesBar(Map.of("TERM", "dumb"), false)).isFalse();
    assertThat(Terminal.environmentTakesBar(Map.of("TERM", "xterm", "CI", "true"), false))
        .isFalse();
  }

  @Test
  void escapesNeedATerminalWithAName() {
    assertThat(Terminal.obeysEscapes(Map.of("TERM", "tmux"))).isTrue();
    assertThat(Terminal.obeysEscapes(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.obeysEscapes(Map.of())).isFalse();
  }

  @Test
  void linuxNamesItsTerminals() {
    assertThat("/dev/pts/0").matches(Terminal::isTerminalDevice);
    assertThat("/dev/tty1").matches(Terminal::isTerminalDevice);
    assertThat("/dev/console").matches(Terminal::isTerminalDevice);
    assertThat("/dev/null").matches(device -> !Terminal.isTerminalDevice(device));
    assertThat("pipe:[4711]").matches(device -> !Terminal.isTerminalDevice(device));
    assertThat("/home/me/dev/pts/run.log").matches(device -> !Terminal.isTerminalDevice(device));
  }

  @Test
  void noConsoleIsNoTerminal() {
    assertThat(Terminal.isTerminal(null)).isFalse();
  }
}
