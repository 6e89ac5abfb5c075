/** A Redis server that many processes share: few commands, each within a bounded time. */
@NullMarked
package io.agenticraft.redis;

import org.jspecify.annotations.NullMarked;
