/** Listeners for people: progress, reports, sample grids, loss curves, TensorBoard, diagnosis. */
module io.github.gan4j.report {
  requires transitive io.github.gan4j;

  exports io.github.gan4j.report.health;
  exports io.github.gan4j.report.html;
  exports io.github.gan4j.report.losses;
  exports io.github.gan4j.report.points;
  exports io.github.gan4j.report.progress;
  exports io.github.gan4j.report.samples;
  exports io.github.gan4j.report.tensorboard;
}
