/** Reads openai-java 4.x: where its chat completions pass, and what requests, answers and streams say. */
@NullMarked
package io.agenticraft.otel.adapters.openai;

import org.jspecify.annotations.NullMarked;
