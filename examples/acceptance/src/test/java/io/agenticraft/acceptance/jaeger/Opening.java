package io.agenticraft.acceptance.jaeger;

import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Opens the first Jaeger that starts; where none does, tests are skipped or, when one is required, fail. */
final class Opening {

    /** System property: true makes tests fail instead of being skipped. Default: false. */
    static final String REQUIRED = "jaeger.required";

    private static final String ADVICE = """
            No Jaeger for the tests. One of these gives them one:
              deploy/jaeger/install.sh (needs Go), or JAEGER_BIN=/path/to/jaeger, or a "jaeger" on PATH
              a running Docker engine (the image is %s)
              JAEGER_QUERY_URL=http://host:16686 JAEGER_OTLP_URL=http://host:4318 of a running one""".formatted(DockerJaeger.IMAGE);

    private Opening() {}

    /**
     * Answers the first of the candidates that starts.
     *
     * @throws TestAbortedException if none does and none is required
     * @throws AssertionFailedError if none does and one is required
     */
    static Jaeger first(List<JaegerSource> candidates, boolean required) {
        StringBuilder message = new StringBuilder(ADVICE);
        for (JaegerSource candidate : candidates) {
            try {
                return candidate.start();
            } catch (Exception e) {
                message.append("\nTried ")
                        .append(candidate.describe())
                        .append(": ")
                        .append(e);
            }
        }
        if (required) {
            throw new AssertionFailedError(REQUIRED + "=true. " + message);
        }
        throw new TestAbortedException(message.toString());
    }
}
