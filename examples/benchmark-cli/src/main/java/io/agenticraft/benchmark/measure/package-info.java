/** What requests took: distributions, their quantiles and how sure these are. */
@NullMarked
package io.agenticraft.benchmark.measure;

import org.jspecify.annotations.NullMarked;
