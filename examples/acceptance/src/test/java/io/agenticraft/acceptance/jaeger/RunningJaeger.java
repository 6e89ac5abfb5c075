package io.agenticraft.acceptance.jaeger;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A Jaeger that somebody else runs and that environment variables point at. */
record RunningJaeger(Endpoints endpoints) implements JaegerSource, Jaeger {

    static final String QUERY = "JAEGER_QUERY_URL";
    static final String OTLP = "JAEGER_OTLP_URL";
    static final String OTLP_GRPC = "JAEGER_OTLP_GRPC_URL";
    static final String THRIFT = "JAEGER_THRIFT_URL";

    /** Answers null when neither variable is set; half a configuration is an error. */
    static @Nullable RunningJaeger fromEnvironment(UnaryOperator<@Nullable String> environment) {
        String query = environment.apply(QUERY);
        String otlp = environment.apply(OTLP);
        if (query == null && otlp == null) {
            return null;
        }
        if (query == null || otlp == null) {
            throw new IllegalStateException(QUERY + " and " + OTLP + " belong together, but only "
                    + (query == null ? OTLP : QUERY) + " is set");
        }
        URI http = URI.create(otlp);
        String grpc = environment.apply(OTLP_GRPC);
        String thrift = environment.apply(THRIFT);
        return new RunningJaeger(new Endpoints(
                URI.create(query),
                http,
                grpc == null ? Endpoints.http(http.getHost(), 4317) : URI.create(grpc),
                thrift == null ? Endpoints.http(http.getHost(), 14268) : URI.create(thrift)));
    }

    @Override
    public String describe() {
        return "the Jaeger at " + endpoints.query();
    }

    @Override
    public Jaeger start() throws Exception {
        Readiness.await(endpoints.query(), Duration.ofSeconds(10), () -> true);
        return this;
    }

    @Override
    public void close() {
        // not ours
    }
}
