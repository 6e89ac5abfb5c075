package io.agenticraft.javaagent.hosts;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** Uses the OpenTelemetry API and brings no SDK. */
public final class ApiHost {

    private ApiHost() {}

    public static void main(String[] args) {
        Tracer tracer = GlobalOpenTelemetry.getTracer("host");
        Span outer = tracer.spanBuilder("outer").startSpan();
        Scope scope = outer.makeCurrent();
        try {
            tracer.spanBuilder("inner").startSpan().end();
        } finally {
            scope.close();
            outer.end();
        }
        System.out.println("traced " + outer.getSpanContext().isValid());
    }
}
