package io.agenticraft.comparison;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** What the server answers, in the form of OpenAI's chat completions. */
final class Canned {
    static final String ANSWER = "It is sunny in Tartu today, 21 degrees; you will not need an umbrella.";
    static final int CHUNKS = 100;
    static final String STREAMED = "word ".repeat(CHUNKS);

    static final Buffer PLAIN = Buffer.buffer(completion(
            "{\"role\":\"assistant\",\"content\":\"" + ANSWER + "\",\"refusal\":null,\"annotations\":[]}", "stop"));
    static final Buffer TOOL_CALL = Buffer.buffer(completion(
            "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_62136354\",\"type\":\"function\","
                    + "\"function\":{\"name\":\"get_weather\",\"arguments\":\"{\\\"city\\\":\\\"Tartu\\\"}\"}}],"
                    + "\"refusal\":null,\"annotations\":[]}",
            "tool_calls"));
    static final Buffer STREAM = Buffer.buffer(stream());

    private Canned() {}

    private static String completion(String message, String reason) {
        return "{\"id\":\"chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT\",\"object\":\"chat.completion\",\"created\":1741569952,"
                + "\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[{\"index\":0,\"message\":" + message
                + ",\"logprobs\":null,\"finish_reason\":\"" + reason
                + "\"}],\"usage\":{\"prompt_tokens\":82,\"completion_tokens\":17,"
                + "\"total_tokens\":99,\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
                + "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}},\"service_tier\":\"default\","
                + "\"system_fingerprint\":\"fp_06737a9306\"}";
    }

    private static String stream() {
        StringBuilder all = new StringBuilder();
        chunk(all, "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null");
        for (int i = 0; i < CHUNKS; i++) {
            chunk(all, "{\"content\":\"word \"}", "null");
        }
        chunk(all, "{}", "\"stop\"");
        return all.append("data: {\"id\":\"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG\","
                        + "\"object\":\"chat.completion.chunk\",\"created\":1741570283,"
                        + "\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[],\"usage\":{\"prompt_tokens\":19,"
                        + "\"completion_tokens\":100,\"total_tokens\":119}}\n\ndata: [DONE]\n\n")
                .toString();
    }

    private static void chunk(StringBuilder all, String delta, String reason) {
        all.append("data: {\"id\":\"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG\",\"object\":\"chat.completion.chunk\","
                        + "\"created\":1741570283,\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":\"default\","
                        + "\"system_fingerprint\":\"fp_06737a9306\",\"choices\":[{\"index\":0,\"delta\":")
                .append(delta)
                .append(",\"logprobs\":null,\"finish_reason\":")
                .append(reason)
                .append("}],\"usage\":null}\n\n");
    }

    /** Which answer a request gets: requests are told apart by words that only one kind of them has. */
    static Buffer answerTo(Buffer request) {
        String text = request.toString(StandardCharsets.UTF_8);
        if (isStream(text)) {
            return STREAM;
        }
        return text.contains("\"tools\"") && !text.contains("\"tool_call_id\"") ? TOOL_CALL : PLAIN;
    }

    static boolean isStream(String request) {
        return request.contains("\"stream\":true") || request.contains("\"stream\" : true");
    }
}
