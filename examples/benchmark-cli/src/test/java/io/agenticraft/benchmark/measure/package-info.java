/** Tests of the arithmetic. */
@NullMarked
package io.agenticraft.benchmark.measure;

import org.jspecify.annotations.NullMarked;
