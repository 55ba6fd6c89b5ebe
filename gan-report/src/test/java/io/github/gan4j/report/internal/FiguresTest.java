package io.github.gan4j.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0.69314, 0.693",
    "-1.5, -1.500",
    "12.345, 12.35",
    "123.45, 123",
    "-12345, -12345",
    "123456, 1e+05",
    "0, 0.000",
    "0.001, 0.001",
    "0.0002, 2e-4",
    "-1.87e-5, -1.9e-5",
    "NaN, -",
    "-Infinity, -"
  })
  void lossesKeepThreeDigitsOrTheirSize(double value, String text) {
    assertThat(Figures.loss(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "9.54, 9.5",
    "99.6, 100",
    "9999.4, 9999",
    "9999.6, 10.0k",
    "11832, 11.8k",
    "99960, 100k",
    "118320, 118k",
    "999600, 1.0M",
    "250000000, 250M",
    "1250000000, 1250M",
    "12500000000, 12.5G",
    "NaN, -"
  })
  void countsAreShort(double value, String text) {
    assertThat(Figures.count(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "59.4, 59s",
    "59.6, 1m00s",
    "154, 2m34s",
    "3599.6, 1h00m",
    "3725, 1h02m",
    "86400, 1d00h",
    "273600, 3d04h",
    "Infinity, -"
  })
  void durationsNameTheirUnits(double seconds, String text) {
    assertThat(Figures.duration(seconds)).isEqualTo(text);
  }
}
