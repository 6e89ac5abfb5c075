/** Batches: many prompts, bounded in number and memory, in order, none seeing another. */
@NullMarked
package io.agenticraft.batch;

import org.jspecify.annotations.NullMarked;
