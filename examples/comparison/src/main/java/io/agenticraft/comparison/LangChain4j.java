package io.agenticraft.comparison;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** LangChain4j over its default HTTP client, the JDK's. It has no asynchronous plain call. */
final class LangChain4j implements Peer {

    interface Assistant {
        String chat(String question);
    }

    static final class Weather {
        @Tool(name = "get_weather", value = "The weather in a city, now.")
        String weather(@P(name = "city", value = "the city's name") String city) {
            return "It is sunny in " + city;
        }
    }

    @Override
    public @Nullable Work work(Scenario scenario, URI server) {
        return switch (scenario) {
            case ASYNC -> null;
            case BLOCKING -> {
                OpenAiChatModel model = model(server);
                yield (Work.Blocking) () -> Work.check(scenario, model.chat(Scenario.QUESTION));
            }
            case TOOL -> {
                Assistant assistant = AiServices.builder(Assistant.class)
                        .chatModel(model(server))
                        .tools(new Weather())
                        .build();
                yield (Work.Blocking) () -> Work.check(scenario, assistant.chat(Scenario.QUESTION));
            }
            case STREAM -> {
                OpenAiStreamingChatModel model = OpenAiStreamingChatModel.builder()
                        .baseUrl(server.toString())
                        .apiKey("sk-canned")
                        .modelName(Scenario.MODEL)
                        .build();
                yield (Work.Async) () -> streamed(model);
            }
        };
    }

    private static OpenAiChatModel model(URI server) {
        return OpenAiChatModel.builder()
                .baseUrl(server.toString())
                .apiKey("sk-canned")
                .modelName(Scenario.MODEL)
                .build();
    }

    private static CompletableFuture<?> streamed(OpenAiStreamingChatModel model) {
        CompletableFuture<String> text = new CompletableFuture<>();
        model.chat(Scenario.QUESTION, new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String piece) {}

            @Override
            public void onCompleteResponse(ChatResponse response) {
                text.complete(response.aiMessage().text());
            }

            @Override
            public void onError(Throwable failure) {
                text.completeExceptionally(failure);
            }
        });
        return text.thenAccept(whole -> Work.check(Scenario.STREAM, whole));
    }
}
