/** What a run costs beside other libraries: the same calls, one process per library, against a canned local server. */
@NullMarked
package io.agenticraft.comparison;

import org.jspecify.annotations.NullMarked;
