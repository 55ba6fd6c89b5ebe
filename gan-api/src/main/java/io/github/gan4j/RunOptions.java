package io.github.gan4j;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.training.TrainingListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run does beside what it computes.
 *
 * @param maxSteps the steps after which it ends, even if epochs are left
 * @param listeners who is called, in this order
 * @param wording how logged warnings name fields
 * @param checkpoints where and when its state is saved; null for never
 * @param rollBacks what happens when it diverges; null to end
 * @param resumption the saved run that it goes on with; null for a new one
 */
record RunOptions(
    long maxSteps,
    List<TrainingListener> listeners,
    ConfigWording wording,
    @Nullable Checkpoints checkpoints,
    @Nullable RollBacks rollBacks,
    @Nullable Resumption resumption) {}
