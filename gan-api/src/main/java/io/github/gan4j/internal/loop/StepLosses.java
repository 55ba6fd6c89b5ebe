package io.github.gan4j.internal.loop;

/** What a step found; the components are those of {@code LossEvent}. */
public record StepLosses(
    double discriminatorReal,
    double discriminatorFake,
    double penalty,
    double generator,
    double realProbability,
    double fakeProbability,
    double discriminatorClassLoss,
    double generatorClassLoss,
    double discriminatorRate,
    double generatorRate) {}
