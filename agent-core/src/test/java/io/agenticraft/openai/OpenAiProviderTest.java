package io.agenticraft.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiProviderTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("gpt-test").messages(Message.user("Hello")).build();

    private WireServer server;
    private ModelProvider provider;

    @BeforeEach
    void start() {
        server = WireServer.start();
        provider = new OpenAi().create(Calls.spec("openai", server.url("/v1/")));
    }

    @AfterEach
    void stop() throws Exception {
        provider.close();
        server.close();
    }

    @Test
    void complete_readsTheAnswer() throws Exception {
        server.reply(Replies.json("{\"id\":\"c1\",\"model\":\"gpt-test-1\",\"choices\":[{\"index\":0,\"message\":"
                + "{\"role\":\"assistant\",\"content\":\"Grüße\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}"));

        ModelResponse response = Calls.await(provider.complete(HELLO));

        assertEquals("c1", response.id());
        assertEquals("gpt-test-1", response.model());
        assertEquals("Grüße", response.text());
        assertEquals(FinishReason.STOP, response.finishReason());
        assertEquals(Usage.of(3, 2), response.usage());
        assertEquals("/v1/chat/completions", server.last().path());
        assertEquals("Bearer secret-key-123", server.last().headers().get("authorization"));
        assertEquals(
                "{\"model\":\"gpt-test\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}",
                server.last().body());
    }

    @Test
    void stream_emitsPiecesAndCompletesWithTheWhole() throws Exception {
        server.reply(
                Replies.chunked(
                        Replies.EVENTS,
                        "data: {\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\nda",
                        "ta: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n",
                        "\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\ndata: [DONE]\n\n"));
        Calls.Recorder recorder = new Calls.Recorder();

        ModelResponse response = Calls.await(provider.stream(HELLO, recorder));

        assertEquals("Hello", response.text());
        assertEquals(Usage.of(3, 2), response.usage());
        assertInstanceOf(ModelEvent.Started.class, recorder.events.get(0));
        assertEquals(
                List.of(new ModelEvent.TextDelta("Hel"), new ModelEvent.TextDelta("lo")),
                recorder.events.subList(1, 3));
    }
}
