package io.agenticraft.otel.genai;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** One OpenTelemetry with the tracer and the instruments that are made from it, once. */
public final class Telemetry {
    /** The name of the instrumentation scope. */
    public static final String SCOPE = "io.agenticraft";

    private static final int MAX_SHAPES = 1000;
    private static final Map<OpenTelemetry, Telemetry> ALL = Collections.synchronizedMap(new WeakHashMap<>());
    private static volatile @Nullable Telemetry latest;

    final Instruments instruments;
    final Vocabulary vocabulary = Vocabulary.configured();
    final ErrorTypes errorTypes = new ErrorTypes();
    /** Weak, because the map of all instances must not keep its own keys. */
    private final WeakReference<OpenTelemetry> openTelemetry;

    private final Tracer tracer;
    private final BoundedCache<CallShape.Key, CallShape> shapes = new BoundedCache<>(MAX_SHAPES, CallShape::new);

    private Telemetry(OpenTelemetry openTelemetry) {
        this.openTelemetry = new WeakReference<>(openTelemetry);
        tracer = openTelemetry
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(BuildVersion.VALUE)
                .build();
        instruments = new Instruments(openTelemetry
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(BuildVersion.VALUE)
                .build());
    }

    /** The one for {@link TelemetrySource#current()}. */
    public static Telemetry current() {
        return of(TelemetrySource.current());
    }

    /** The one for {@code openTelemetry}. */
    public static Telemetry of(OpenTelemetry openTelemetry) {
        Telemetry known = latest;
        if (known == null || !known.openTelemetry.refersTo(openTelemetry)) {
            known = ALL.computeIfAbsent(openTelemetry, Telemetry::new);
            latest = known;
        }
        return known;
    }

    /** A span of this scope, not yet started. */
    public SpanBuilder span(String name) {
        return tracer.spanBuilder(name);
    }

    CallShape shape(InferenceRequest request) {
        return shapes.get(CallShape.Key.of(request));
    }
}
