/** Small tables that people write by hand, read so that an error names the line. */
@NullMarked
package io.agenticraft.table;

import org.jspecify.annotations.NullMarked;
