/** One short program per capability of agent-core, each against a simulated provider. */
@NullMarked
package io.agenticraft.recipes;

import org.jspecify.annotations.NullMarked;
