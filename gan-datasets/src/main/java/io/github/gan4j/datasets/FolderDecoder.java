package io.github.gan4j.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes image files one after the other, and tells of all bad ones together. Used once. */
final class FolderDecoder {
  private final String subject;
  private final List<Path> files;
  private final Framing framing;
  private final BadFilePolicy rule;
  private final ReadingProgress progress;
  private final CommonSize size;
  private final ProblemList bad = new ProblemList();
  private @Nullable DatasetException firstBad;
  private int good;

  /**
   * Makes one.
   *
   * @param subject what the files are together, for messages
   */
  FolderDecoder(
      String subject,
      List<Path> files,
      Framing framing,
      BadFilePolicy rule,
      ReadingProgress progress) {
    this.subject = subject;
    this.files = files;
    this.framing = framing;
    this.rule = rule;
    this.progress = progress;
    size = new CommonSize(framing);
  }

  /** Takes images. */
  interface Sink {
    /** Takes that of a file, by its place in the list; returns whether it wants more. */
    boolean take(int file, PixelArray image) throws IOException;
  }

  /**
   * Gives all images to a sink, until it wants no more or one is bad.
   *
   * @return whether the sink took all
   * @throws DatasetException for bad files that are not skipped
   * @throws IOException if the sink throws it
   */
  boolean decode(Sink sink) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      PixelArray image = read(files.get(i));
      DatasetException tooLarge = size.tooLarge();
      if (tooLarge != null) {
        throw tooLarge;
      }
      if (image != null
          && (rule == BadFilePolicy.SKIP || bad.isEmpty())
          && !sink.take(i, framing.apply(image))) {
        return false;
      }
      progress.onRead(i + 1, files.size());
    }
    DatasetException failure = failure();
    if (failure != null) {
      throw failure;
    }
    return true;
  }

  /** Returns the size of the images. */
  Framing.Size size() {
    return size.get();
  }

  /** Returns what was skipped. */
  ProblemList skipped() {
    return bad;
  }

  private @Nullable PixelArray read(Path file) {
    try {
      PixelArray image = ImageFile.read(file, head -> size.fits(file, head));
      good++;
      return image;
    } catch (DatasetException e) {
      bad.add(String.valueOf(e.getMessage()));
      firstBad = firstBad == null ? e : firstBad;
      return null;
    }
  }

  private @Nullable DatasetException failure() {
    DatasetException differing = size.differing(subject);
    if (differing != null) {
      return differing;
    }
    if (firstBad == null || (rule == BadFilePolicy.SKIP && good > 0)) {
      return null;
    }
    Remedy remedy = good > 0 && rule == BadFilePolicy.ADVISE ? Remedy.SKIP_BAD_FILES : Remedy.NONE;
    return bad.count() == 1
        ? firstBad.with(remedy)
        : new DatasetException(
            subject,
            "must have files that can be read, has %s that cannot:%s"
                .formatted(bad.count(), bad.lines()),
            remedy,
            firstBad);
  }
}
