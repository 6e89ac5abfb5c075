package io.agenticraft.javaagent.core;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import java.util.List;

/** Hooks the place where an application's OpenTelemetry API looks for an SDK after nobody has set one. */
final class ApiAdapter implements Adapter {
    private static final Seam GLOBAL = new Seam(
            "io.opentelemetry.api.GlobalOpenTelemetry",
            "maybeAutoConfigureAndSetGlobal",
            List.of(),
            "io.agenticraft.javaagent.telemetry.GlobalHandler");

    @Override
    public String name() {
        return "opentelemetry-api";
    }

    @Override
    public List<Seam> seams() {
        return List.of(GLOBAL);
    }

    /** Nothing: an API without that method is left alone silently. */
    @Override
    public List<String> requires() {
        return List.of();
    }
}
