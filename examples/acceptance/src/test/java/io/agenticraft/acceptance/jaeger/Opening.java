package io.agenticraft.acceptance.jaeger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for a Jaeger.
 *
 * @param jaeger the first one that started, or null
 * @param message where there is none: how to get one, and why those that were tried did not start
 */
record Opening(@Nullable Jaeger jaeger, String message) implements AutoCloseable {

    private static final String ADVICE = """
            No Jaeger for the tests. One of these gives them one:
              deploy/jaeger/install.sh (needs Go), or JAEGER_BIN=/path/to/jaeger, or a "jaeger" on PATH
              a running Docker engine (the image is %s)
              JAEGER_QUERY_URL=http://host:16686 JAEGER_OTLP_URL=http://host:4318 of a running one""".formatted(DockerJaeger.IMAGE);

    /** Starts the first of the candidates that can be started. */
    static Opening first(List<JaegerSource> candidates) {
        StringBuilder message = new StringBuilder(ADVICE);
        for (JaegerSource candidate : candidates) {
            try {
                return new Opening(candidate.start(), "");
            } catch (Exception e) {
                message.append("\nTried ")
                        .append(candidate.describe())
                        .append(": ")
                        .append(e);
            }
        }
        return new Opening(null, message.toString());
    }

    @Override
    public void close() {
        if (jaeger != null) {
            jaeger.close();
        }
    }
}
