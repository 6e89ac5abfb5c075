package com.example.host;

import io.agenticraft.otel.decorate.AgentTelemetry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.io.IOException;

/** The same service with the decorators in its code. */
public final class DecoratedAskHost {
    private DecoratedAskHost() {}

    public static void main(String[] args) throws IOException {
        AgentTelemetry telemetry = AgentTelemetry.create(GlobalOpenTelemetry.get());
        AskHost.serve(telemetry::wrap);
    }
}
