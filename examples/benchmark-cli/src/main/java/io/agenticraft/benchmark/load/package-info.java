/** Sends requests to models, in a closed or an open loop. */
@NullMarked
package io.agenticraft.benchmark.load;

import org.jspecify.annotations.NullMarked;
