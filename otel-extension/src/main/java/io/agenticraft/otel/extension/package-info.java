/** Hands the adapters to the upstream OpenTelemetry Java agent, as one of its extensions. */
@NullMarked
package io.agenticraft.otel.extension;

import org.jspecify.annotations.NullMarked;
