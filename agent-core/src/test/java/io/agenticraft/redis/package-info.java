/** Tests of the client of a shared Redis, and servers to test others with: a real one and a fake one. */
@NullMarked
package io.agenticraft.redis;

import org.jspecify.annotations.NullMarked;
