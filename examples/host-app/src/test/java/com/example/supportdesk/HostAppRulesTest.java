package com.example.supportdesk;

import io.agenticraft.rules.HouseRules;
import org.junit.jupiter.api.Test;

class HostAppRulesTest extends HouseRules {
    @Test
    void application_knowsNoTelemetry() {
        neverKnows("com.example..", "io.opentelemetry..", "io.agenticraft.otel..", "io.agenticraft.javaagent..");
    }
}
