/** Ollama's own chat interface. */
@NullMarked
package io.agenticraft.ollama;

import org.jspecify.annotations.NullMarked;
