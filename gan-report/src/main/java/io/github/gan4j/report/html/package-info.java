/** A run as one page that a browser shows and follows, without a server and without the network. */
@NullMarked
package io.github.gan4j.report.html;

import org.jspecify.annotations.NullMarked;
