package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of requests and responses at the edge of what is usual. */
class RequestHeadTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    private static final String ANSWER = "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void hostHeader_isWellFormed(String address) throws Exception {
        try (WireServer server = startAt(address)) {
            String host = address.contains(":") ? "[" + address + "]" : address;
            URI url = URI.create("http://" + host + ":" + server.url("").getPort());
            server.reply(Replies.json(ANSWER));
            try (ModelProvider provider = new OpenAi().create(Calls.spec("openai", url))) {
                assertEquals("hi", Calls.await(provider.complete(HELLO)).text());
            }
            assertEquals(url.getRawAuthority(), server.last().headers().get("host"));
        }
    }

    private static WireServer startAt(String address) {
        try {
            return WireServer.start(InetAddress.getByName(address));
        } catch (IOException | java.io.UncheckedIOException e) {
            assumeTrue(false, "This machine has no address " + address);
            throw new IllegalStateException(e);
        }
    }

    @Test
    void longHeaders_areRead() throws Exception {
        try (WireServer server = WireServer.start()) {
            Map<String, String> headers = Map.of("content-type", Replies.JSON, "x-policy", "y".repeat(30_000));
            server.reply(Replies.response(200, headers, ANSWER));
            try (ModelProvider provider = new OpenAi().create(Calls.spec("openai", server.url("")))) {
                assertEquals("hi", Calls.await(provider.complete(HELLO)).text());
            }
        }
    }
}
