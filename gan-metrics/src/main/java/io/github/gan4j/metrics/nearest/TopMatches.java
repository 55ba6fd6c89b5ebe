package io.github.gan4j.metrics.nearest;

import io.github.gan4j.metrics.nearest.NearestImages.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The nearest matches among those offered so far, in order. */
final class TopMatches {
  private final int[] indices;
  private final double[] squares;
  private int size;

  /** Keeps so many, at least 1. */
  TopMatches(int count) {
    indices = new int[count];
    squares = new double[count];
  }

  /** Returns the squared distance above which an offer is refused. */
  double limit() {
    return size < squares.length ? Double.POSITIVE_INFINITY : squares[size - 1];
  }

  void offer(int index, double square) {
    int place = size;
    while (place > 0 && isBefore(index, square, place - 1)) {
      place--;
    }
    if (place == squares.length) {
      return;
    }
    size = Math.min(size + 1, squares.length);
    System.arraycopy(indices, place, indices, place + 1, size - 1 - place);
    System.arraycopy(squares, place, squares, place + 1, size - 1 - place);
    indices[place] = index;
    squares[place] = square;
  }

  void offerAll(TopMatches more) {
    for (int i = 0; i < more.size; i++) {
      offer(more.indices[i], more.squares[i]);
    }
  }

  List<Match> matches() {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      matches.add(new Match(indices[i], Math.sqrt(squares[i])));
    }
    return List.copyOf(matches);
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(indices, size));
  }

  private boolean isBefore(int index, double square, int place) {
    return square < squares[place] || (square == squares[place] && index < indices[place]);
  }
}
