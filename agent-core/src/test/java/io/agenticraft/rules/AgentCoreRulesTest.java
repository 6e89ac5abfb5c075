package io.agenticraft.rules;

import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class AgentCoreRulesTest extends HouseRules {
    private static final String ADMISSION = "io.agenticraft.admission..";
    private static final String AGENT = "io.agenticraft.agent..";
    private static final String ANTHROPIC = "io.agenticraft.anthropic..";
    private static final String BATCH = "io.agenticraft.batch..";
    private static final String BUDGET = "io.agenticraft.budget..";
    private static final String CACHE = "io.agenticraft.cache..";
    private static final String CONVERSATION = "io.agenticraft.conversation..";
    private static final String ESTIMATE = "io.agenticraft.estimate..";
    private static final String HTTP = "io.agenticraft.http..";
    private static final String MODEL = "io.agenticraft.model..";
    private static final String OLLAMA = "io.agenticraft.ollama..";
    private static final String OPENAI = "io.agenticraft.openai..";
    private static final String POLICY = "io.agenticraft.policy..";
    private static final String PRICING = "io.agenticraft.pricing..";
    private static final String PROVIDER = "io.agenticraft.provider..";
    private static final String REDIS = "io.agenticraft.redis..";
    private static final String REGISTRY = "io.agenticraft.registry..";
    private static final String SELECTION = "io.agenticraft.selection..";
    private static final String STATS = "io.agenticraft.stats..";
    private static final String TABLE = "io.agenticraft.table..";
    private static final String TOOL = "io.agenticraft.tool..";

    @Test
    void model_knowsTheJdkOnly() {
        onlyKnows(MODEL);
    }

    @Test
    void provider_knowsTheModelOnly() {
        onlyKnows(PROVIDER, MODEL);
    }

    @Test
    void conversation_knowsTheModelOnly() {
        onlyKnows(CONVERSATION, MODEL);
    }

    @Test
    void table_knowsTheJdkOnly() {
        onlyKnows(TABLE);
    }

    @Test
    void pricing_knowsTheModelAndTablesOnly() {
        onlyKnows(PRICING, MODEL, TABLE);
    }

    @Test
    void stats_knowPricesAndSeamsOnly() {
        onlyKnows(STATS, MODEL, PROVIDER, POLICY, PRICING, "org.HdrHistogram..", "com.fasterxml.jackson..");
    }

    @Test
    void selection_knowsStatsAndPricesOnly() {
        onlyKnows(SELECTION, MODEL, PROVIDER, PRICING, STATS, TABLE);
    }

    @Test
    void tool_knowsTheModelAndJsonOnly() {
        onlyKnows(TOOL, MODEL, "com.fasterxml.jackson..");
    }

    @Test
    void agent_knowsTheSeamsOnly() {
        onlyKnows(AGENT, MODEL, PROVIDER, POLICY, CONVERSATION, TOOL, REGISTRY, "org.slf4j..");
    }

    @Test
    void estimate_knowsTheModelOnly() {
        onlyKnows(ESTIMATE, MODEL);
    }

    @Test
    void admission_knowsTheSeamsOnly() {
        onlyKnows(ADMISSION, MODEL, PROVIDER, POLICY, ESTIMATE);
    }

    @Test
    void budget_knowsTheSeamsPricesAndRedis() {
        onlyKnows(BUDGET, MODEL, PROVIDER, POLICY, ESTIMATE, PRICING, REDIS);
    }

    @Test
    void batch_knowsAgentsAndTheSeams() {
        onlyKnows(
                BATCH,
                AGENT,
                MODEL,
                PROVIDER,
                POLICY,
                CONVERSATION,
                REGISTRY,
                "io.agenticraft.json..",
                "com.fasterxml.jackson.core..",
                "org.slf4j..");
    }

    @Test
    void policy_knowsTheSeamsOnly() {
        onlyKnows(POLICY, MODEL, PROVIDER, REGISTRY, "org.slf4j..");
    }

    @Test
    void cache_knowsTheSeamsAndItsStoresOnly() {
        onlyKnows(
                CACHE,
                MODEL,
                PROVIDER,
                POLICY,
                REDIS,
                "io.agenticraft.json..",
                "com.fasterxml.jackson.core..",
                "com.github.benmanes.caffeine..",
                "org.slf4j..");
    }

    @Test
    void redis_knowsTheSharedVertxTimersAndTlsSettingsOnly() {
        onlyKnows(REDIS, HTTP, POLICY, PROVIDER, "io.vertx..", "javax.net.ssl..", "org.slf4j..");
    }

    @Test
    void wireClients_neverKnowEachOther() {
        neverKnows(OPENAI, ANTHROPIC, OLLAMA, REGISTRY, AGENT);
        neverKnows(ANTHROPIC, OPENAI, OLLAMA, REGISTRY, AGENT);
        neverKnows(OLLAMA, OPENAI, ANTHROPIC, REGISTRY, AGENT);
    }

    @Test
    void vertxAndNetty_areKnownToThoseOnTheWireOnly() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(HTTP, REDIS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(classes());
    }

    @Test
    void warmUp_knowsNoAgent() {
        neverKnows("io.agenticraft.warmup..", AGENT, HTTP, OPENAI, ANTHROPIC, OLLAMA, TOOL, CONVERSATION);
    }

    @Test
    void http_knowsNoWireClient() {
        neverKnows(HTTP, OPENAI, ANTHROPIC, OLLAMA, REGISTRY, AGENT, TOOL, CONVERSATION);
    }

    @Test
    void module_knowsNoOpenTelemetry() {
        neverKnows("io.agenticraft..", "io.opentelemetry..");
    }

    @Test
    void resilience_knowsTheSeamsOnly() {
        onlyKnows(
                "io.agenticraft.resilience..",
                MODEL,
                PROVIDER,
                POLICY,
                CONVERSATION,
                REGISTRY,
                "org.slf4j..",
                "com.github.benmanes.caffeine..",
                "io.github.resilience4j..");
    }
}
