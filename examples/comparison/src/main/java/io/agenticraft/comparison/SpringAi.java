package io.agenticraft.comparison;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** Spring AI's ChatClient, without observation. Its asynchronous calls are streams. */
final class SpringAi implements Peer {

    static final class Weather {
        @Tool(name = "get_weather", description = "The weather in a city, now.")
        public String weather(@ToolParam(description = "the city's name") String city) {
            return "It is sunny in " + city;
        }
    }

    @Override
    public @Nullable Work work(Scenario scenario, URI server) {
        if (scenario == Scenario.ASYNC) {
            return null;
        }
        ChatClient client = ChatClient.create(OpenAiChatModel.builder()
                .options(new OpenAiChatOptions.Builder()
                        .baseUrl(server.toString())
                        .apiKey("sk-canned")
                        .model(Scenario.MODEL)
                        .build())
                .build());
        Weather weather = new Weather();
        return switch (scenario) {
            case TOOL ->
                (Work.Blocking) () -> Work.check(
                        scenario,
                        String.valueOf(client.prompt(Scenario.QUESTION)
                                .tools(weather)
                                .call()
                                .content()));
            case STREAM -> (Work.Async) () -> streamed(client);
            default ->
                (Work.Blocking) () -> Work.check(
                        scenario,
                        String.valueOf(client.prompt(Scenario.QUESTION).call().content()));
        };
    }

    private static CompletableFuture<?> streamed(ChatClient client) {
        return client.prompt(Scenario.QUESTION).stream()
                .content()
                .reduce(new StringBuilder(), StringBuilder::append)
                .map(StringBuilder::toString)
                .toFuture()
                .thenAccept(text -> Work.check(Scenario.STREAM, text));
    }
}
