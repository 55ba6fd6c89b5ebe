package io.github.gan4j.datasets;

/** What to do with files that cannot be read. */
enum BadFilePolicy {
  /** They are left out. */
  SKIP,
  /** They are an error, whose message says how to skip them. */
  ADVISE,
  /** They are an error. */
  REFUSE
}
