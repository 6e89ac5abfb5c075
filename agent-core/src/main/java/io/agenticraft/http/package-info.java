/** The wire: the only user of Vert.x Web Client; connection pools, timeouts, framing, and from a status to a typed failure. */
@NullMarked
package io.agenticraft.http;

import org.jspecify.annotations.NullMarked;
