/** The wire, on connections that Vert.x opens: connection pools, timeouts, framing, and from a status to a typed failure. */
@NullMarked
package io.agenticraft.http;

import org.jspecify.annotations.NullMarked;
