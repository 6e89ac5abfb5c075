package io.agenticraft.javaagent.bridge;

import io.agenticraft.javaagent.telemetry.Telemetry;
import io.agenticraft.otel.genai.TelemetrySource;

/** Makes the adapters beside it use the OpenTelemetry that the agent has chosen. */
public final class TelemetryBridge {

    private TelemetryBridge() {}

    public static void install() {
        TelemetrySource.set(Telemetry::current);
    }
}
