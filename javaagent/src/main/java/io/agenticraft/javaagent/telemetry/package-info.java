/** The agent's OpenTelemetry SDK. Defined once for each OpenTelemetry API there is in the process. */
@NullMarked
package io.agenticraft.javaagent.telemetry;

import org.jspecify.annotations.NullMarked;
