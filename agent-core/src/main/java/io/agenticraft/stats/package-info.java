/** How calls of models go: counts, quantiles, tokens and money per provider, model and agent. */
@NullMarked
package io.agenticraft.stats;

import org.jspecify.annotations.NullMarked;
