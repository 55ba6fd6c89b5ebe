package io.github.gan4j.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.cli.settings.type.UserPath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserPathTest {
  private static final Path HOME = Path.of(System.getProperty("user.home"));

  @Test
  void aTildeAtTheStartIsTheHomeFolder() {
    assertThat(UserPath.of("~")).isEqualTo(HOME);
    assertThat(UserPath.of("~/")).isEqualTo(HOME);
    assertThat(UserPath.of("~/runs/a")).isEqualTo(HOME.resolve("runs").resolve("a"));
  }

  @Test
  void aTildeElsewhereIsALetter() {
    assertThat(UserPath.of("a~")).isEqualTo(Path.of("a~"));
    assertThat(UserPath.of("./~/a")).isEqualTo(Path.of("./~/a"));
  }

  @Test
  void theHomeOfAnotherUserIsRefusedWithWhatHelps() {
    assertThatExceptionOfType(InvalidPathException.class)
        .isThrownBy(() -> UserPath.of("~root/a"))
        .withMessageContaining("~ must be followed by / for the home folder")
        .withMessageContaining("write ./~");
  }

  @Test
  void whatTheLocaleCannotExpressIsRefusedWithWhatHelps() {
    assertThatExceptionOfType(InvalidPathException.class)
        .isThrownBy(() -> UserPath.of("photos/\uFFFD\uFFFD"))
        .withMessageContaining("set LC_ALL=C.UTF-8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSettings.DATA.read("\uFFFD"))
        .withMessageContaining("set LC_ALL=C.UTF-8");
  }

  @Test
  void settingsOfFilesAndFlagsReadThemSo() {
    assertThat(OutputSettings.OUT.read("~/x")).isEqualTo(HOME.resolve("x"));
    assertThat(DataSettings.DATA.read("~/x")).isEqualTo(HOME.resolve("x"));
  }
}
