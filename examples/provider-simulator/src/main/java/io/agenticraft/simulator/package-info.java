/** A server that speaks the APIs of OpenAI, Azure OpenAI, Anthropic and Ollama, for demos, tests and load. */
@NullMarked
package io.agenticraft.simulator;

import org.jspecify.annotations.NullMarked;
