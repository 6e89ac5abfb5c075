package io.agenticraft.javaagent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The classes that make the agent wake up, by internal name. Written out, because asking the adapters would load them;
 * a test keeps the list equal to theirs.
 */
final class KnownTypes {
    private static final Set<String> NAMES = new HashSet<>(Arrays.asList(
            "com/openai/services/async/chat/ChatCompletionServiceAsyncImpl",
            "com/openai/services/async/chat/ChatCompletionServiceAsyncImpl$WithRawResponseImpl",
            "com/openai/services/blocking/chat/ChatCompletionServiceImpl$WithRawResponseImpl",
            "io/agenticraft/agent/DefaultAgent",
            "io/agenticraft/anthropic/AnthropicProvider",
            "io/agenticraft/ollama/OllamaProvider",
            "io/agenticraft/openai/OpenAiProvider",
            "io/opentelemetry/api/GlobalOpenTelemetry"));

    private KnownTypes() {}

    static boolean contains(String type) {
        return NAMES.contains(type);
    }

    static Set<String> all() {
        return new HashSet<>(NAMES);
    }
}
