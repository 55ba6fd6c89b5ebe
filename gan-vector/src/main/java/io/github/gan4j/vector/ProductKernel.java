package io.github.gan4j.vector;

/** Blocks of a {@link MatrixProduct} of one width. */
final class ProductKernel extends VectorKernel {
  private final int vectors;
  private final int rows;
  private final int stride;
  private final float[] c;
  private final MatrixProduct product = new MatrixProduct();

  /**
   * Makes one.
   *
   * @param vectors of a row
   * @param rows at most
   * @param lanes floats of a vector
   */
  ProductKernel(int vectors, int rows, int lanes) {
    this.vectors = vectors;
    this.rows = rows;
    stride = vectors * lanes;
    c = new float[rows * stride];
    product
        .left(new float[rows * TURNS], 0, TURNS, 1)
        .right(new float[TURNS * stride], 0, stride)
        .result(c, 0, stride);
  }

  @Override
  void call(int time) {
    product.block(vectors, 1 + time % rows, TURNS, 0, 0, c, 0, stride, time % 2 == 0);
  }
}
