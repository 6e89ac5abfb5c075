/** The rules of this module. */
@NullMarked
package io.agenticraft.otel.rules;

import org.jspecify.annotations.NullMarked;
