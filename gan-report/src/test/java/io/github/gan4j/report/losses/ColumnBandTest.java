package io.github.gan4j.report.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnBandTest {
  private final ColumnBand band = new ColumnBand(4);

  @Test
  void piecesInOneColumnAreJoined() {
    band.add(0, 0.1, 5, 6);
    band.add(0.1, 0.25, 2, 3);

    assertThat(drawn()).containsExactly("0: 2 to 6");
  }

  @Test
  void pieceMaySpanColumnsAndNeighboursTouch() {
    band.add(0, 0.5, 5, 6);
    band.add(0.5, 0.75, 1, 2);
    band.add(0.75, 1, 9, 9);

    assertThat(drawn()).containsExactly("0: 5 to 6", "1: 5 to 6", "2: 1 to 5", "3: 2 to 9");
  }

  @Test
  void gapsStay() {
    band.add(0, 0.25, 5, 6);
    band.add(0.5, 0.75, 1, 2);

    assertThat(drawn()).containsExactly("0: 5 to 6", "2: 1 to 2");
  }

  @Test
  void endsOfTheBandAreInIt() {
    band.add(1, 1, 5, 5);
    band.add(-0.1, 0.01, 3, 3);

    assertThat(drawn()).containsExactly("0: 3 to 3", "3: 5 to 5");
  }

  private List<String> drawn() {
    List<String> drawn = new ArrayList<>();
    band.draw(
        (column, top, height) -> drawn.add(column + ": " + top + " to " + (top + height - 1)));
    return drawn;
  }
}
