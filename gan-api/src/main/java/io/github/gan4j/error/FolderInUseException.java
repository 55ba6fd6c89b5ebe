package io.github.gan4j.error;

import java.nio.file.Path;

/** A folder is another run's, which has not ended yet. */
public class FolderInUseException extends GanException {
  private static final long serialVersionUID = 1;

  private final String folder;
  private final String holder;

  /**
   * Makes one.
   *
   * @param holder who has the folder, as in {@code process 4711 on HOST since
   *     2026-01-31T12:00:00Z}; empty if that is not known
   */
  public FolderInUseException(Path folder, String holder) {
    super(
        "folder %s is in use by %s; let that run end, or choose another folder"
            .formatted(folder, holder.isEmpty() ? "another run" : holder));
    this.folder = folder.toString();
    this.holder = holder;
  }

  /** Returns the folder. */
  public Path folder() {
    return Path.of(folder);
  }

  /** Returns who has it: process, computer and since when; empty if that is not known. */
  public String holder() {
    return holder;
  }
}
