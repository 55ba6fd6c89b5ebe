package io.github.gan4j.cli.settings;

/** What settings are about, in the order in which they are listed. */
public enum Section {
  /** How long it lasts, and what decides it. */
  RUN("Run"),
  /** What it trains on. */
  DATA("Data"),
  /** What goes into the generator and comes out. */
  GENERATOR("Generator"),
  /** The players' layers. */
  NETWORKS("Networks of both players"),
  /** How gradients move the players' weights. */
  OPTIMISER("Optimiser of both players"),
  /** How both players' learning rates change. */
  RATES("Learning rates over the run"),
  /** What keeps the discriminator from becoming too sure of itself. */
  REGULARISATION("Regularisation of the discriminator"),
  /** What it shows and leaves. */
  OUTPUT("Output");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** Returns the heading. */
  public String title() {
    return title;
  }

  /** Returns whether each of its settings also has a form for the one and for the other player. */
  public boolean forEachPlayer() {
    return this == NETWORKS || this == OPTIMISER;
  }
}
