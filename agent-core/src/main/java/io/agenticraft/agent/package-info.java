/** Agents: the loop between a model and its tools, its options, events and results. */
@NullMarked
package io.agenticraft.agent;

import org.jspecify.annotations.NullMarked;
