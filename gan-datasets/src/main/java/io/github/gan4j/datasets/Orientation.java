package io.github.gan4j.datasets;

/**
 * How stored pixels are turned to be shown, by the eight values of EXIF's tag Orientation.
 *
 * @param swapped whether rows are shown as columns
 * @param fromRight whether stored columns count from the right
 * @param fromBelow whether stored rows count from below
 */
record Orientation(boolean swapped, boolean fromRight, boolean fromBelow) {
  /** Shown as stored. */
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** Returns what a value of the tag stands for; upright if it is none from 1 to 8. */
  static Orientation of(int tag) {
    return switch (tag) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, false, true);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, true, false);
      default -> UPRIGHT;
    };
  }

  /** Returns the shown width of an image of this stored width and height. */
  int width(int storedWidth, int storedHeight) {
    return swapped ? storedHeight : storedWidth;
  }

  /** Returns the shown height of an image of this stored width and height. */
  int height(int storedWidth, int storedHeight) {
    return swapped ? storedWidth : storedHeight;
  }

  /** Turns one channel, row by row. */
  void turn(byte[] stored, int offset, int storedWidth, int storedHeight, byte[] into) {
    int width = width(storedWidth, storedHeight);
    int height = height(storedWidth, storedHeight);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = swapped ? y : x;
        int row = swapped ? x : y;
        int fromColumn = fromRight ? storedWidth - 1 - column : column;
        int fromRow = fromBelow ? storedHeight - 1 - row : row;
        into[offset + y * width + x] = stored[offset + fromRow * storedWidth + fromColumn];
      }
    }
  }
}
