package io.agenticraft.javaagent.telemetry;

import io.agenticraft.otel.adapter.SeamHandler;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/**
 * Serves the agent's SDK to an application that brings the OpenTelemetry API only, at the moment in which it asks for
 * the global one and nobody has set any.
 */
public final class GlobalHandler implements SeamHandler {

    @Override
    public @Nullable Object enter(Object self, @Nullable Object[] args) {
        return Telemetry.isOfHost() ? this : null;
    }

    /** Called while the API holds its lock, so nobody sets another one meanwhile. */
    @Override
    public @Nullable Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        if (returned != null || thrown != null) {
            return returned;
        }
        OpenTelemetry sdk = Telemetry.sdk();
        GlobalOpenTelemetry.set(sdk);
        return sdk;
    }
}
