package io.github.gan4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.fake.LabelledImages;
import io.github.gan4j.fake.NumberedImages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataSurveyTest {
  @Test
  void fingerprintSaysWhatTheDataAre() {
    DatasetFingerprint found = DataSurvey.of(new LabelledImages(12, 3)).fingerprint();

    assertThat(found.name()).isEqualTo("labelled");
    assertThat(found.images()).isEqualTo(12);
    assertThat(found.shape()).isEqualTo(ImageShape.grey(1, 2));
    assertThat(found.classNames()).containsExactly("0", "1", "2");
    assertThat(found.checksum()).matches("[0-9a-f]{32}");
    assertThat(DataSurvey.of(new LabelledImages(12, 3)).fingerprint()).isEqualTo(found);
  }

  @Test
  void anyOtherPixelOrLabelGivesAnotherChecksum() {
    Set<String> checksums = new HashSet<>();
    checksums.add(DataSurvey.of(new NumberedImages(5)).fingerprint().checksum());
    for (int i = 0; i < 5; i++) {
      NumberedImages changed = new NumberedImages(5).with(i, 0.25f);
      checksums.add(DataSurvey.of(changed).fingerprint().checksum());
    }
    checksums.add(DataSurvey.of(new LabelledImages(5, 3)).fingerprint().checksum());
    checksums.add(DataSurvey.of(new LabelledImages(5, 3).with(4, 2)).fingerprint().checksum());
    assertThat(checksums).hasSize(8);
  }

  @Test
  void manyImagesAreSampledFromFirstToLast() {
    NumberedImages images = new NumberedImages(10_240);
    DataSurvey survey = DataSurvey.of(images);

    int[] read = images.takeRead();
    assertThat(read).hasSize(1024).startsWith(0, 10, 20).endsWith(10_230);
    assertThat(survey.lowest()).isEqualTo(-1);
    assertThat(survey.highest()).isEqualTo(10_230 / 10_240f);
  }

  @Test
  void classesWithoutANameAreRefused() {
    LabelledImages nameless =
        new LabelledImages(4, 3) {
          @Override
          public List<String> classNames() {
            return List.of("cat", "dog");
          }
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSurvey.of(nameless))
        .withMessage("dataset labelled must have a name for each of its 3 classes, has 2 names");
  }
}
