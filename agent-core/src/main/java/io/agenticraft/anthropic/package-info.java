/** Anthropic's messages. */
@NullMarked
package io.agenticraft.anthropic;

import org.jspecify.annotations.NullMarked;
