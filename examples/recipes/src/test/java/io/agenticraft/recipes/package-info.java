/** Every recipe does what it says. */
@NullMarked
package io.agenticraft.recipes;

import org.jspecify.annotations.NullMarked;
