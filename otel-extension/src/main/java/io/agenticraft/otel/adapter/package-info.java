/** The seam between adapters, which know other people's libraries, and weavers, which change bytecode. */
@NullMarked
package io.agenticraft.otel.adapter;

import org.jspecify.annotations.NullMarked;
