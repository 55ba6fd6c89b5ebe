package io.github.gan4j.report.progress;

/**
 * What a progress display shows at one moment; a figure not known yet is not finite.
 *
 * @param epoch from 1 on
 * @param epochs how many there will be
 * @param step from 1 on
 * @param steps how many there will be
 * @param discriminator a mean of the discriminator's loss
 * @param generator a mean of the generator's loss
 * @param imagesPerSecond real images
 * @param secondsLeft until the last step
 */
record Progress(
    int epoch,
    int epochs,
    long step,
    long steps,
    double discriminator,
    double generator,
    double imagesPerSecond,
    double secondsLeft) {}
