package io.agenticraft.wire;

import io.agenticraft.model.Content;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Conversations as they may lie in a log that several providers, cuts and cancelled runs have left behind. Texts, thoughts
 * and signatures name who said them, so that they can be found again.
 */
final class RandomLog {
    private static final List<String> PROVIDERS = List.of("openai", "anthropic", "ollama", "elsewhere");
    private static final List<String> IDS = List.of(
            "",
            "call_1",
            "toolu_01AbC",
            "bAyGEuxg1",
            "functions.weather:0",
            "x".repeat(41),
            "y".repeat(65),
            "a b\nc",
            "1");

    /** What models call, whether or not there is such a tool. */
    private static final List<String> NAMES =
            List.of("weather", "weather", "functions.weather", "", "x".repeat(65), "das Wetter ü");

    private final Random random;
    private final List<Message> messages = new ArrayList<>();
    private final List<ToolCall> unanswered = new ArrayList<>();
    private int said;

    private RandomLog(Random random) {
        this.random = random;
    }

    /** Up to a few dozen messages, of which the last is a user's. */
    static List<Message> of(Random random) {
        RandomLog log = new RandomLog(random);
        for (int i = random.nextInt(24); i > 0; i--) {
            log.add();
        }
        log.messages.add(Message.user("user " + log.said));
        return log.messages;
    }

    private void add() {
        switch (random.nextInt(8)) {
            case 0 -> messages.add(Message.system(words("system")));
            case 1, 2 -> messages.add(new Message(Role.USER, some(this::users)));
            case 3, 4, 5 -> messages.add(new Message(Role.ASSISTANT, some(this::assistants)));
            case 6 -> messages.add(new Message(Role.TOOL, some(this::results)));
            default -> answerAll();
        }
    }

    private interface Part {
        Content make();
    }

    private List<Content> some(Part part) {
        List<Content> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(part.make());
        }
        return parts;
    }

    private String words(String who) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> " \n";
            default -> who + " " + said++ + (random.nextBoolean() ? "\n" : "");
        };
    }

    private Content users() {
        return switch (random.nextInt(4)) {
            case 0 -> Image.of("image/png", "aGk=");
            case 1 ->
                random.nextBoolean() ? Image.of(URI.create("https://x.test/a.png")) : Image.of("image/bmp", "aGk=");
            default -> new Text(words("user"));
        };
    }

    private Content assistants() {
        return switch (random.nextInt(5)) {
            case 0 -> new Text(words("assistant"));
            case 1 -> new Refusal(words("refusal"));
            case 2 -> thought(pick(PROVIDERS));
            default -> call();
        };
    }

    private Content thought(String provider) {
        return switch (random.nextInt(4)) {
            case 0 -> own(random.nextBoolean() ? "anthropic" : "elsewhere");
            case 3 -> new Reasoning("thought of " + provider, provider, null, null);
            case 1 -> new Reasoning("thought of " + provider, provider, "signature of " + provider, null);
            default -> new Reasoning("", provider, null, "secret of " + provider);
        };
    }

    /** A search that ran at the provider, or what it found, of this answer or of another one. */
    private Content own(String provider) {
        String id = "srvtoolu_" + random.nextInt(4);
        if (random.nextBoolean()) {
            String json = "{\"type\":\"server_tool_use\",\"id\":\"" + id
                    + "\",\"name\":\"web_search\",\"input\":{\"query\":\"secret of " + provider + "\"}}";
            return new ProviderContent(provider, "server_tool_use", json);
        }
        String json = "{\"type\":\"web_search_tool_result\",\"tool_use_id\":\"" + id
                + "\",\"content\":[{\"type\":\"web_search_result\",\"title\":\"\",\"url\":\"\",\"encrypted_content\":\"secret of "
                + provider + "\"}]}";
        return new ProviderContent(provider, "web_search_tool_result", json);
    }

    private Content call() {
        String id = random.nextBoolean() ? pick(IDS) : "call_" + random.nextInt(1000);
        ToolCall call = new ToolCall(id, pick(NAMES), random.nextBoolean() ? "{\"city\":\"Bern\"}" : "not json");
        unanswered.add(call);
        return call;
    }

    private Content results() {
        String id = unanswered.isEmpty() || random.nextInt(3) == 0
                ? pick(IDS)
                : unanswered.remove(random.nextInt(unanswered.size())).id();
        return new ToolResult(id, "weather", random.nextBoolean() ? "result " + said++ : "", random.nextBoolean());
    }

    private void answerAll() {
        List<ToolResult> results = new ArrayList<>();
        for (ToolCall call : unanswered) {
            results.add(new ToolResult(call.id(), call.name(), "result " + said++, false));
        }
        unanswered.clear();
        messages.add(Message.tool(results));
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
