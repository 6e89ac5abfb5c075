package io.agenticraft.comparison;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** OpenAI's own client. It has no agents. */
final class OpenAiJava implements Peer {
    private static final ChatCompletionCreateParams REQUEST = ChatCompletionCreateParams.builder()
            .model(Scenario.MODEL)
            .addUserMessage(Scenario.QUESTION)
            .build();

    @Override
    public @Nullable Work work(Scenario scenario, URI server) {
        return switch (scenario) {
            case ASYNC -> {
                OpenAIClientAsync client = OpenAIOkHttpClientAsync.builder()
                        .apiKey("sk-canned")
                        .baseUrl(server.toString())
                        .build();
                yield (Work.Async) () -> client.chat()
                        .completions()
                        .create(REQUEST)
                        .thenAccept(answer -> Work.check(scenario, text(answer)));
            }
            case BLOCKING -> {
                OpenAIClient client = client(server);
                yield (Work.Blocking) () ->
                        Work.check(scenario, text(client.chat().completions().create(REQUEST)));
            }
            case STREAM -> {
                OpenAIClient client = client(server);
                yield (Work.Blocking) () -> Work.check(scenario, streamed(client));
            }
            case TOOL -> null;
        };
    }

    private static OpenAIClient client(URI server) {
        return OpenAIOkHttpClient.builder()
                .apiKey("sk-canned")
                .baseUrl(server.toString())
                .build();
    }

    private static String text(ChatCompletion answer) {
        return answer.choices().get(0).message().content().orElse("");
    }

    private static String streamed(OpenAIClient client) {
        StringBuilder text = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(REQUEST)) {
            chunks.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .forEach(choice -> choice.delta().content().ifPresent(text::append));
        }
        return text.toString();
    }
}
