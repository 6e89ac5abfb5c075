/** A raw server for tests, and the recordings that it plays back. */
@NullMarked
package io.agenticraft.wire;

import org.jspecify.annotations.NullMarked;
