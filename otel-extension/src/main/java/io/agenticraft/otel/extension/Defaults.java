package io.agenticraft.otel.extension;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.Map;

/**
 * Turns the agent's own module for openai-java off, which would open a second span for each call. Whoever sets that
 * property himself has the last word.
 */
public final class Defaults implements AutoConfigurationCustomizerProvider {
    static final String UPSTREAM_OPENAI = "otel.instrumentation.openai-java.enabled";

    /** Made by the agent. */
    public Defaults() {}

    @Override
    public void customize(AutoConfigurationCustomizer customizer) {
        customizer.addPropertiesSupplier(() -> Map.of(UPSTREAM_OPENAI, "false"));
    }
}
