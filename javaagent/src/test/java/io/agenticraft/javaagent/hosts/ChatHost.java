package io.agenticraft.javaagent.hosts;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** Chats by openai-java: "create" or "stream". Knows nothing of telemetry. */
public final class ChatHost {

    private ChatHost() {}

    public static void main(String[] args) {
        OpenAIClient client = OpenAIOkHttpClient.fromEnv();
        ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage("Where is my order?")
                .build();
        System.out.println(args[0].equals("create") ? create(client, question) : stream(client, question));
        System.exit(0);
    }

    private static String create(OpenAIClient client, ChatCompletionCreateParams question) {
        ChatCompletion answer = client.chat().completions().create(question);
        return answer.choices().get(0).message().content().orElse("");
    }

    private static String stream(OpenAIClient client, ChatCompletionCreateParams question) {
        StringBuilder text = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(question)) {
            chunks.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .forEach(choice -> text.append(choice.delta().content().orElse("")));
        }
        return text.toString();
    }
}
