package io.agenticraft.otel.rules;

import io.agenticraft.rules.HouseRules;
import org.junit.jupiter.api.Test;

class OtelExtensionRulesTest extends HouseRules {
    private static final String ADAPTER = "io.agenticraft.otel.adapter..";
    private static final String CORE = "io.agenticraft.otel.adapters.core..";
    private static final String DECORATE = "io.agenticraft.otel.decorate..";
    private static final String GENAI = "io.agenticraft.otel.genai..";
    private static final String OWNERSHIP = "io.agenticraft.otel.ownership..";
    private static final String[] API = {"io.opentelemetry.api..", "io.opentelemetry.context.."};

    @Test
    void ownership_knowsContextAndSpansOnly() {
        onlyKnows(OWNERSHIP, API);
    }

    @Test
    void genai_knowsTheApiOnly() {
        onlyKnows(GENAI, OWNERSHIP, API[0], API[1]);
    }

    @Test
    void adapter_knowsNothing() {
        onlyKnows(ADAPTER);
    }

    @Test
    void decorate_leavesTheWorkToTheAdapterOfAgentCore() {
        neverKnows(DECORATE, ADAPTER, OWNERSHIP);
        neverKnows(CORE, DECORATE);
    }

    @Test
    void agentCore_isKnownToItsAdapterAndTheDecoratorsOnly() {
        String[] core = {
            "io.agenticraft.agent..", "io.agenticraft.model..", "io.agenticraft.provider..", "io.agenticraft.tool.."
        };
        neverKnows("io.agenticraft.otel.prices..", core);
        neverKnows(GENAI, core);
        neverKnows(OWNERSHIP, core);
        neverKnows(ADAPTER, core);
    }
}
