package io.agenticraft.otel.genai;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where woven code finds its OpenTelemetry. Until somebody says otherwise that is the global one, looked up at each
 * call, because an application may set it late; looking never sets it.
 */
public final class TelemetrySource {
    private static volatile Supplier<OpenTelemetry> source = TelemetrySource::global;

    private TelemetrySource() {}

    /** The instance to use now. */
    public static OpenTelemetry current() {
        return source.get();
    }

    /** Replaces the source. It is asked at every call and must be cheap. */
    public static void set(Supplier<OpenTelemetry> replacement) {
        source = Objects.requireNonNull(replacement, "replacement");
    }

    private static OpenTelemetry global() {
        try {
            return GlobalOpenTelemetry.getOrNoop();
        } catch (NoSuchMethodError olderApi) {
            // Older APIs only have get(), which sets the global where it is not set. Such an API comes with an agent
            // that has set it.
            source = GlobalOpenTelemetry::get;
            return GlobalOpenTelemetry.get();
        }
    }
}
