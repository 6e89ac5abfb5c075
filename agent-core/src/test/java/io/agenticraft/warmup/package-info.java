/** Warming up, against servers on real sockets. */
@NullMarked
package io.agenticraft.warmup;

import org.jspecify.annotations.NullMarked;
