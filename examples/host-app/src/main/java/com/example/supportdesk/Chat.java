package com.example.supportdesk;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** A small chat on OpenAI's own client library. */
final class Chat {
    private final OpenAIClient client;
    private final String model;
    private final PrintStream out;

    Chat(OpenAIClient client, String model, PrintStream out) {
        this.client = client;
        this.model = model;
        this.out = out;
    }

    /** Prints the answer when it is there. */
    void ask(String question) {
        out.println("[chat] you> " + question);
        ChatCompletion completion = client.chat().completions().create(params(question));
        out.println("[chat] bot> " + textOf(completion));
    }

    /** Prints the answer while it comes. */
    void askStreaming(String question) {
        out.println("[chat] you> " + question);
        out.print("[chat] bot> ");
        try (StreamResponse<ChatCompletionChunk> answer =
                client.chat().completions().createStreaming(streamed(question))) {
            answer.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .forEach(this::show);
        }
        out.println();
    }

    private ChatCompletionCreateParams streamed(String question) {
        return params(question).toBuilder()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
    }

    private ChatCompletionCreateParams params(String question) {
        return ChatCompletionCreateParams.builder()
                .model(model)
                .addSystemMessage("You answer in one sentence.")
                .addUserMessage(question)
                .build();
    }

    private static String textOf(ChatCompletion completion) {
        return completion.choices().stream()
                .flatMap(choice -> choice.message().content().stream())
                .collect(Collectors.joining());
    }

    private void show(String piece) {
        out.print(piece);
        out.flush();
    }
}
