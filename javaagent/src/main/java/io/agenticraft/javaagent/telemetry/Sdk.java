package io.agenticraft.javaagent.telemetry;

import io.agenticraft.javaagent.Console;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the agent's SDK from the standard OpenTelemetry settings. */
final class Sdk {
    /** How long the JVM's exit may wait for spans to be sent, in seconds. */
    static final int FLUSH_SECONDS = 3;

    private Sdk() {}

    /** A new SDK; one that does nothing, after a message, where the settings are wrong. */
    static OpenTelemetry start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The SDK's threads inherit it, and must not hold the host's.
        thread.setContextClassLoader(Sdk.class.getClassLoader());
        try {
            OpenTelemetrySdk sdk = configure();
            flushAtExit(sdk);
            return sdk;
        } catch (ConfigurationException | IllegalArgumentException e) {
            Console.line("telemetry is off, its configuration is wrong: " + reason(e));
            return OpenTelemetry.noop();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static OpenTelemetrySdk configure() {
        TreeOutput tree = new TreeOutput();
        return AutoConfiguredOpenTelemetrySdk.builder()
                .setServiceClassLoader(Sdk.class.getClassLoader())
                .disableShutdownHook()
                .addPropertiesSupplier(Sdk::defaults)
                .addPropertiesCustomizer(tree::takeFrom)
                .addTracerProviderCustomizer((builder, settings) -> tree.addTo(builder))
                .addResourceCustomizer((resource, settings) -> AgentResource.complete(resource))
                .build()
                .getOpenTelemetrySdk();
    }

    private static Map<String, String> defaults() {
        return Map.of("otel.logs.exporter", "none", "otel.exporter.otlp.protocol", "http/protobuf");
    }

    private static void flushAtExit(OpenTelemetrySdk sdk) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> flush(sdk), "agenticraft-flush"));
        } catch (IllegalStateException e) {
            // The JVM is on its way out already.
        }
    }

    /** In a thread of its own, because the SDK's parts wait for each other longer than an exit may last. */
    private static void flush(OpenTelemetrySdk sdk) {
        Thread flush = new Thread(() -> sdk.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS), "agenticraft-shutdown");
        flush.setDaemon(true);
        flush.start();
        try {
            flush.join(TimeUnit.SECONDS.toMillis(FLUSH_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }
}
