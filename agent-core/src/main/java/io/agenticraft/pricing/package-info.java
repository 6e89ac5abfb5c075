/** What calls of models cost. */
@NullMarked
package io.agenticraft.pricing;

import org.jspecify.annotations.NullMarked;
