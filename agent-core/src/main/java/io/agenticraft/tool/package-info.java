/** Tools that a model may call. */
@NullMarked
package io.agenticraft.tool;

import org.jspecify.annotations.NullMarked;
