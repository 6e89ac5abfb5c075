package io.agenticraft.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenticraft.anthropic.MessagesBodies;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.ollama.OllamaBodies;
import io.agenticraft.openai.ChatBodies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The kinds of hosts that a conversation may move between, each with the rules that its requests must keep. */
enum Target {
    OPENAI("openai", "my-deployment"),
    AZURE("openai", "my-deployment"),
    MISTRAL("openai", "mistral-large"),
    OTHER("openai", "llama"),
    ANTHROPIC("anthropic", "claude-sonnet-4-5"),
    OLLAMA("ollama", "llama3.2");

    private static final String NAMES = "[a-zA-Z0-9_-]{1,64}";

    final String provider;
    final String model;

    Target(String provider, String model) {
        this.provider = provider;
        this.model = model;
    }

    String body(ModelRequest request) throws IOException {
        return switch (this) {
            case ANTHROPIC -> MessagesBodies.of(request);
            case OLLAMA -> OllamaBodies.of(request);
            default -> ChatBodies.of(name(), request);
        };
    }

    /** What this host would refuse in a request. */
    List<String> faults(String body) throws IOException {
        JsonNode request = Recording.MAPPER.readTree(body);
        List<String> faults = new ArrayList<>();
        switch (this) {
            case ANTHROPIC -> new AnthropicRules(faults).check(request);
            case OLLAMA -> new TurnRules(faults, ".*", ".*", false).check(request.path("messages"));
            case MISTRAL -> new TurnRules(faults, "[a-zA-Z0-9]{9}", NAMES, true).check(request.path("messages"));
            case OPENAI, AZURE -> new TurnRules(faults, ".{1,40}", NAMES, false).check(request.path("messages"));
            case OTHER -> new TurnRules(faults, ".+", ".*", false).check(request.path("messages"));
        }
        return faults;
    }

    /** What the classes of the provider's own SDK find wrong; hosts without one are not judged. */
    List<String> faultsBySdk(String body) throws Exception {
        return switch (this) {
            case ANTHROPIC -> SdkJudge.ofAnthropic(body);
            case OPENAI, AZURE -> SdkJudge.ofOpenAi(body);
            case MISTRAL, OTHER, OLLAMA -> List.of();
        };
    }
}
