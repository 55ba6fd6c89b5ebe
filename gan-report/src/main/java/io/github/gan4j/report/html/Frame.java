package io.github.gan4j.report.html;

/**
 * What the generator made at one moment.
 *
 * @param step the steps done
 * @param label the moment in words
 * @param picture what it made
 */
record Frame(long step, String label, Picture picture) {}
