/** Tests of load. */
@NullMarked
package io.agenticraft.benchmark.load;

import org.jspecify.annotations.NullMarked;
