/** The command line. */
@NullMarked
package io.agenticraft.benchmark;

import org.jspecify.annotations.NullMarked;
