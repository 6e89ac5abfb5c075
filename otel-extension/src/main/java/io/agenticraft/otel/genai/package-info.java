/** The GenAI conventions, once: names, spans, metrics, and what they need to know of a request and a response. Knows the OpenTelemetry API only. */
@NullMarked
package io.agenticraft.otel.genai;

import org.jspecify.annotations.NullMarked;
