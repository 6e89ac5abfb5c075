/** Leads calls to one of several targets: retries, fallbacks, circuit breakers and hedges under one budget of attempts. */
@NullMarked
package io.agenticraft.resilience;

import org.jspecify.annotations.NullMarked;
