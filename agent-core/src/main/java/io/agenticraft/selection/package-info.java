/** Which model serves a task: hard limits first, then what calls have lately been like, and reasons for all of it. */
@NullMarked
package io.agenticraft.selection;

import org.jspecify.annotations.NullMarked;
