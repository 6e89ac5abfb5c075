package io.agenticraft.resilience;

import io.agenticraft.registry.Binding;

/** A target that may be asked when another one failed. */
record Fallback(Binding binding, Constraint constraint) {}
