package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.provider.ModelProvider;
import org.junit.jupiter.api.Test;

class DecoratedProviderTest extends ProviderTracingSuite {

    @Override
    protected ModelProvider observe(ModelProvider provider) {
        return AgentTelemetry.create(telemetry.openTelemetry()).wrap(provider);
    }

    @Test
    void wrappedProvider_isOtherwiseTheSame() {
        ScriptedProvider plain = ScriptedProvider.inline();
        ModelProvider wrapped = observe(plain);

        assertEquals(plain.name(), wrapped.name());
        assertEquals(plain.endpoint(), wrapped.endpoint());
    }
}
