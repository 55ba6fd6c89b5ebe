/** Listeners that show a person how a run comes along, and looks at what it left. */
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
