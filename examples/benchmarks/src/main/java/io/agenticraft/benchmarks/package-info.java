/** What telemetry costs. */
@NullMarked
package io.agenticraft.benchmarks;

import org.jspecify.annotations.NullMarked;
