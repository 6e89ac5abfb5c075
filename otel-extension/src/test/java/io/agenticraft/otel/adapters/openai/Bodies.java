package io.agenticraft.otel.adapters.openai;

import org.jspecify.annotations.Nullable;

/** Bodies such as OpenAI and Azure send, made up. */
public final class Bodies {
    public static final String COMPLETION = """
            {"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"gpt-4o-mini-2024-07-18",
             "choices":[{"index":0,"message":{"role":"assistant","content":"Sunny.","refusal":null},
                         "logprobs":null,"finish_reason":"stop"}],
             "usage":{"prompt_tokens":20,"completion_tokens":5,"total_tokens":25,
                      "prompt_tokens_details":{"cached_tokens":8,"audio_tokens":0,"cache_write_tokens":4},
                      "completion_tokens_details":{"reasoning_tokens":3,"audio_tokens":0}},
             "service_tier":"default","system_fingerprint":"fp_1"}""";

    public static final String TOOL_CALL = """
            {"id":"chatcmpl-0","object":"chat.completion","created":1700000000,"model":"gpt-4o-mini-2024-07-18",
             "choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":null,
                         "tool_calls":[{"id":"call_1","type":"function",
                                        "function":{"name":"weather","arguments":"{\\"city\\":\\"Rome\\"}"}}]},
                         "logprobs":null,"finish_reason":"tool_calls"}],
             "usage":{"prompt_tokens":30,"completion_tokens":9,"total_tokens":39}}""";

    public static final String ERROR_401 = """
            {"error":{"message":"Incorrect API key provided: sk-secret.","type":"invalid_request_error","param":null,
             "code":"invalid_api_key"}}""";

    public static final String ERROR_500 = """
            {"error":{"message":"The server had an error.","type":"server_error","param":null,"code":null}}""";

    private Bodies() {}

    public static String chunk(String delta, @Nullable String finishReason) {
        return """
            {"id":"chatcmpl-2","object":"chat.completion.chunk","created":1700000000,"model":"gpt-4o-mini-2024-07-18",\
            "service_tier":"default","system_fingerprint":"fp_2","usage":null,\
            "choices":[{"index":0,"delta":{"role":"assistant","content":"%s"},"logprobs":null,"finish_reason":%s}]}""".formatted(delta, finishReason == null ? "null" : "\"" + finishReason + "\"");
    }

    public static String usageChunk() {
        return """
            {"id":"chatcmpl-2","object":"chat.completion.chunk","created":1700000000,"model":"gpt-4o-mini-2024-07-18",\
            "choices":[],"usage":{"prompt_tokens":11,"completion_tokens":2,"total_tokens":13}}""";
    }

    /** Two pieces, the usage, and the end mark. */
    public static String[] stream() {
        return new String[] {chunk("Sun", null), chunk("ny", null), chunk("", "stop"), usageChunk(), "[DONE]"};
    }
}
