package io.github.gan4j.cli.settings;

/** One of the two networks that train against each other. */
public enum Player {
  GENERATOR("generator-"),
  DISCRIMINATOR("discriminator-");

  private final String prefix;

  Player(String prefix) {
    this.prefix = prefix;
  }

  /** Returns what the names of its own settings begin with. */
  public String prefix() {
    return prefix;
  }
}
