package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The exporter "tree" of {@code otel.traces.exporter}: prints each run as soon as it has ended, not with the next batch. */
final class TreeOutput {
    private static final String EXPORTERS = "otel.traces.exporter";
    private static final String NAME = "tree";

    private boolean wanted;

    /** Takes the name out of the setting, because the SDK knows no such exporter; answers what changes. */
    Map<String, String> takeFrom(ConfigProperties settings) {
        List<String> others = new ArrayList<>(settings.getList(EXPORTERS));
        wanted = others.remove(NAME);
        if (!wanted) {
            return Map.of();
        }
        return Map.of(EXPORTERS, others.isEmpty() ? "none" : String.join(",", others));
    }

    SdkTracerProviderBuilder addTo(SdkTracerProviderBuilder builder) {
        return wanted ? builder.addSpanProcessor(new TreeProcessor(ErrorStream.ofProcess())) : builder;
    }
}
