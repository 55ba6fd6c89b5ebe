package io.github.gan4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Rounds floats to bfloat16: to the nearest, of two equally near to the even one. */
public final class Bfloat16Rounding {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));
  private static final int NAN = 0x7fc0;

  private Bfloat16Rounding() {}

  /**
   * Rounds {@code count} floats, rounded down to whole vectors, to the start of an array; NaN stays
   * NaN.
   *
   * @return how many were rounded
   */
  public static int round(int count, float[] from, int offset, short[] to) {
    int whole = FLOATS.loopBound(count);
    for (int i = 0; i < whole; i += FLOATS.length()) {
      FloatVector values = FloatVector.fromArray(FLOATS, from, offset + i);
      IntVector bits = values.reinterpretAsInts();
      IntVector odd = bits.lanewise(VectorOperators.LSHR, 16).and(1);
      IntVector upper = bits.add(odd).add(0x7fff).lanewise(VectorOperators.LSHR, 16);
      VectorMask<Integer> nan = values.test(VectorOperators.IS_NAN).cast(upper.species());
      ((ShortVector) upper.blend(NAN, nan).convertShape(VectorOperators.I2S, SHORTS, 0))
          .intoArray(to, i);
    }
    return whole;
  }
}
