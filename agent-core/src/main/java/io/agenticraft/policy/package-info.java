/** What stands between a caller and the wire, and on whose behalf it acts. */
@NullMarked
package io.agenticraft.policy;

import org.jspecify.annotations.NullMarked;
