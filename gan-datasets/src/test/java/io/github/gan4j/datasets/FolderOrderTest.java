package io.github.gan4j.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Classes get the same numbers whatever the locale and the file system. */
class FolderOrderTest {
  @TempDir Path folder;

  @Test
  void numericNamesGoByNumberAndBeforeTheOthers() {
    for (String name :
        List.of("10", "b", "2", "11", "0", "A", "1", "007", "123456789012345678901")) {
      write(folder.resolve(name + "/1.png"));
    }

    assertThat(ImageFolder.read(folder).classNames())
        .containsExactly("0", "1", "2", "007", "10", "11", "123456789012345678901", "A", "b");
  }

  @Test
  void classNamesOutliveUnpackingAndAreThoseOfTheDataset() {
    write(folder.resolve("in/10/1.png"));
    write(folder.resolve("in/9/1.png"));

    ImageFolder data = ImageFolder.unpack(folder.resolve("in"), folder.resolve("pixels"));

    assertThat(data.classNames()).containsExactly("9", "10");
    assertThat(Facts.labels(data, 2)).containsExactly(0, 1);
  }

  @Test
  @EnabledOnOs(OS.LINUX) // where names are bytes
  void namesAreComposedWhateverTheFileSystemStores() {
    write(bytes("e%CC%81", "1.png")); // é of two characters, as macOS stores it
    write(bytes("f", "1.png"));
    write(bytes("%C3%A9e", "1.png"));

    assertThat(ImageFolder.read(folder).classNames()).containsExactly("f", "é", "ée");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void classWhoseNameIsNoTextIsRefused() {
    write(bytes("%E4", "1.png")); // ä in Latin-1
    write(bytes("b", "1.png"));

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.read(folder))
        .withMessageEndingWith(": is a class and must have a name in UTF-8: rename it");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void classesHaveTheSameNumbersUnderTheLocaleC() throws Exception {
    for (String name : List.of("%C3%B6", "%C3%A4", "%C3%A9", "z")) {
      write(bytes(name, "1.png"));
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Reader.class.getName(),
            folder.toString());
    builder.environment().put("LC_ALL", "C");
    Process reader = builder.redirectErrorStream(true).start();
    String printed = new String(reader.getInputStream().readAllBytes(), UTF_8);

    assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(printed.lines()).containsExactly("z", "\\u00e4", "\\u00e9", "\\u00f6");
    assertThat(ImageFolder.read(folder).classNames()).containsExactly("z", "ä", "é", "ö");
  }

  /** Prints the classes of a folder, in a process of its own. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] args) {
      for (String name : ImageFolder.read(Path.of(args[0])).classNames()) {
        System.out.println(
            name.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c))
                .reduce("", String::concat));
      }
    }
  }

  /** Returns a path of these bytes, which the locale of this process may be unable to write. */
  private Path bytes(String encodedFolder, String file) {
    return Path.of(URI.create(folder.toUri() + encodedFolder + "/" + file));
  }

  private static void write(Path file) {
    ImageFiles.write(file, ImageFiles.grey(2, 2, 0));
  }
}
