package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.ImageGrid;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.network.EngineDiscriminator;
import io.github.gan4j.internal.network.EngineGenerator;
import io.github.gan4j.model.Inversion;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method that people call refuses a null by the name of what it is. */
class NullArgumentsTest {
  private static final Images IMAGES = Images.of(ImageShape.grey(1, 2), new float[2]);

  /** What other arguments are while one is null. */
  private static final Map<Class<?>, Object> SAMPLES =
      Map.of(
          int.class,
          0,
          long.class,
          1L,
          Path.class,
          Path.of("nothing-is-written-here"),
          OutputStream.class,
          new ByteArrayOutputStream(),
          GanEngine.class,
          new FakeEngine(),
          ImageShape.class,
          ImageShape.grey(1, 2),
          Images.class,
          IMAGES,
          RenderedImage.class,
          new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY),
          GanConfig.class,
          Settings.linear().config(),
          Inversion.class,
          Inversion.defaults());

  static Stream<Arguments> references() {
    TrainedGan gan = Settings.linear().engine(new FakeEngine()).train(new NumberedImages(12));
    Map<Class<?>, @Nullable Object> targets = new LinkedHashMap<>();
    targets.put(Gan.class, null);
    targets.put(GanBuilder.class, Gan.builder());
    NetworkBuilder[] player = new NetworkBuilder[1];
    GanBuilder unused = Gan.builder().generator(g -> player[0] = g);
    targets.put(NetworkBuilder.class, player[0]);
    targets.put(TrainedGan.class, gan);
    targets.put(EngineGenerator.class, gan.generator());
    targets.put(EngineDiscriminator.class, gan.discriminator());
    targets.put(Images.class, IMAGES);
    targets.put(ImageGrid.class, IMAGES.grid(1, 1));
    targets.put(ImageFiles.class, null);
    targets.put(Checkpoints.class, Checkpoints.into(Path.of("nothing-is-written-here")));
    List<Arguments> references = new ArrayList<>();
    targets.forEach(
        (type, target) -> {
          for (Method method : type.getDeclaredMethods()) {
            AnnotatedType[] types = method.getAnnotatedParameterTypes();
            for (int i = 0; i < types.length; i++) {
              if (isAsked(method)
                  && !method.getParameterTypes()[i].isPrimitive()
                  && !types[i].isAnnotationPresent(Nullable.class)) {
                references.add(arguments(type.getSimpleName(), method, i, target));
              }
            }
          }
        });
    assertThat(references).hasSizeGreaterThan(40);
    return references.stream();
  }

  private static boolean isAsked(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !method.isSynthetic()
        && !method.getName().equals("equals");
  }

  @ParameterizedTest(name = "{0}: argument {2} of {1}")
  @MethodSource("references")
  void aNullIsRefusedByName(String type, Method method, int index, @Nullable Object target)
      throws IllegalAccessException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(SAMPLES::get).toArray(Object[]::new);
    arguments[index] = null;
    Throwable thrown = null;
    try {
      Object unused = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
    }
    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .matches("[a-zA-Z]+ must be given, was null");
  }
}
