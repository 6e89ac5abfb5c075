/** Tests of reports. */
@NullMarked
package io.agenticraft.benchmark.report;

import org.jspecify.annotations.NullMarked;
