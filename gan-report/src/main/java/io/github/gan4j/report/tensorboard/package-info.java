/**
 * Event files for TensorBoard. Written here and not with TensorFlow's own classes, which come with
 * all of TensorFlow.
 */
@NullMarked
package io.github.gan4j.report.tensorboard;

import org.jspecify.annotations.NullMarked;
