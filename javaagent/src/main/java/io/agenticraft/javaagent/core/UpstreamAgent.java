package io.agenticraft.javaagent.core;

/** The OpenTelemetry Java agent or a distribution of it, known by its API in the bootstrap loader. */
final class UpstreamAgent {
    // Put together, so that a build which relocates class names finds none here.
    private static final String API =
            String.join(".", "io", "opentelemetry", "javaagent", "shaded", "io.opentelemetry.api.GlobalOpenTelemetry");

    private UpstreamAgent() {}

    static boolean isPresent() {
        try {
            Class.forName(API, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
