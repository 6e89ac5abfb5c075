package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.Failing;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.registry.Binding;
import io.agenticraft.resilience.Failover;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentRunVocabularyTest extends AgentFixture {
    private static final String PROPERTY = "otel.instrumentation.agenticraft.vocabulary";

    @AfterEach
    void restore() {
        System.clearProperty(PROPERTY);
    }

    @Override
    protected Agent observe(Agent agent) {
        return AgentTelemetry.create(telemetry.openTelemetry()).wrap(agent);
    }

    @Test
    void agentRun_hasTheSeedsNamesAndNoOthers() {
        System.setProperty(PROPERTY, "agent.run");
        model.says("hello");

        run(observe(agent()));

        SpanData span = telemetry.span("agent.run");
        assertEquals(
                Attributes.builder()
                        .put("agent.name", "support")
                        .put("provider.name", "openai")
                        .put("model.name", "gpt-4o")
                        .put("prompt.length", "What does the user want?".length())
                        .put("response.length", 5)
                        .put("tokens.prompt", 12)
                        .put("tokens.completion", 5)
                        .build(),
                span.getAttributes().toBuilder().build());
        assertEquals(StatusCode.OK, span.getStatus().getStatusCode());
        assertEquals(12, telemetry.span("chat gpt-4o").getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
    }

    @Test
    void runThatFellBack_saysWhoAnswered() {
        System.setProperty(PROPERTY, "agent.run");
        model.fails(Failing.rateLimit("rate_limit_exceeded"));
        Binding spare = new Binding(new Renamed(ScriptedProvider.inline().says("hello"), "anthropic"), "claude");

        run(observe(Agent.builder()
                .name("support")
                .model(new Binding(model, "gpt-4o"))
                .routing(Failover.builder().retriesPerTarget(0).fallback(spare).build())
                .build()));

        Attributes attributes = telemetry.span("agent.run").getAttributes();
        assertEquals("anthropic", attributes.get(AttributeKey.stringKey("provider.name")));
        assertEquals("claude", attributes.get(AttributeKey.stringKey("model.name")));
    }

    /** A provider under another name. */
    private record Renamed(ModelProvider other, String name) implements ModelProvider {
        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return other.complete(request);
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            return other.stream(request, sink);
        }
    }

    @Test
    void both_areOnOneSpan() {
        System.setProperty(PROPERTY, "genai,agent.run");
        model.says("hello");

        run(observe(agent()));

        Attributes attributes = telemetry.span("invoke_agent support").getAttributes();
        assertEquals("support", attributes.get(GenAi.AGENT_NAME));
        assertEquals("support", attributes.get(AttributeKey.stringKey("agent.name")));
        assertEquals(12, attributes.get(AttributeKey.longKey("tokens.prompt")));
    }

    @Test
    void byDefault_thereIsNothingOfIt() {
        model.says("hello");

        run(observe(agent()));

        SpanData span = telemetry.span("invoke_agent support");
        assertNull(span.getAttributes().get(AttributeKey.stringKey("agent.name")));
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
    }

    @Test
    void exceptionsRecordedTwice_areAStatusOnce() {
        System.setProperty(PROPERTY, "agent.run");
        model.fails(Failing.rateLimit("rate_limit_exceeded"));

        assertThrows(RateLimitException.class, () -> run(observe(agent())));

        SpanData span = telemetry.span("agent.run");
        assertTrue(span.getEvents().isEmpty());
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertEquals("rate_limit_exceeded", span.getAttributes().get(GenAi.ERROR_TYPE));
    }
}
