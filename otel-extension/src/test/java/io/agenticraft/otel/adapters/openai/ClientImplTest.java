package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsyncImpl;
import com.openai.client.OpenAIClientImpl;
import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import io.agenticraft.otel.genai.GenAi;
import org.junit.jupiter.api.Test;

/** Clients that no builder has made: frameworks, Spring AI among them, call the implementations' constructors. */
class ClientImplTest extends WovenChat {
    private ClientOptions options() {
        return ClientOptions.builder()
                .httpClient(OkHttpClient.builder().build())
                .baseUrl(server.url())
                .apiKey("sk-secret")
                .maxRetries(0)
                .build();
    }

    @Test
    void constructedClient_isObserved() throws Exception {
        server.json(200, Bodies.COMPLETION);
        OpenAIClient constructed = new OpenAIClientImpl(options());
        constructed.chat().completions().create(request().build());
        constructed.close();

        assertEquals("chat gpt-4o-mini", onlySpan().getName());
        assertEquals("chatcmpl-1", onlySpan().getAttributes().get(GenAi.RESPONSE_ID));
    }

    @Test
    void constructedAsyncClient_isObserved() throws Exception {
        server.json(200, Bodies.COMPLETION);
        OpenAIClientAsyncImpl constructed = new OpenAIClientAsyncImpl(options());
        constructed.chat().completions().create(request().build()).join();
        constructed.close();

        assertEquals("chat gpt-4o-mini", onlySpan().getName());
        assertEquals("chatcmpl-1", onlySpan().getAttributes().get(GenAi.RESPONSE_ID));
    }
}
