/** Budgets: calls are refused before they are sent where money or tokens have run out. */
@NullMarked
package io.agenticraft.budget;

import org.jspecify.annotations.NullMarked;
