package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.decorate.ProviderTracingSuite;
import io.agenticraft.otel.genai.TelemetrySource;
import io.agenticraft.provider.ModelProvider;
import io.opentelemetry.api.GlobalOpenTelemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same suite through the handler, called as a weaver calls it. */
class ProviderHandlerTest extends ProviderTracingSuite {

    @BeforeEach
    void useThisTelemetry() {
        TelemetrySource.set(telemetry::openTelemetry);
    }

    @AfterEach
    void useTheGlobalOneAgain() {
        TelemetrySource.set(GlobalOpenTelemetry::getOrNoop);
    }

    @Override
    protected ModelProvider observe(ModelProvider provider) {
        return new WovenProvider(provider);
    }
}
