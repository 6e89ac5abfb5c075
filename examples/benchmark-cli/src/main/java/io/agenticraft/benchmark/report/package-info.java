/** Writes results as a table, JSON, CSV and HTML. */
@NullMarked
package io.agenticraft.benchmark.report;

import org.jspecify.annotations.NullMarked;
