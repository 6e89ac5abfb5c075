package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.conversation.GrowingTranscript;
import io.agenticraft.conversation.Transcript;
import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.PromptCache;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.testing.Check;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever lies in a log, each provider is sent a conversation that it takes, and nothing that was said is lost. */
class RandomLogTest {
    private static final int LOGS = 600;

    private static void withSeeds(Trial trial) throws Exception {
        long base = Long.getLong("agenticraft.seed", System.nanoTime());
        for (int i = 0; i < LOGS; i++) {
            List<Message> log = RandomLog.of(new Random(base + i));
            try {
                trial.of(log);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "With -Dagenticraft.seed=" + (base + i) + ": " + e.getMessage() + "\n" + log, e);
            }
        }
    }

    private interface Trial {
        void of(List<Message> log) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void anyLog_isALegalRequest(Target target) throws Exception {
        withSeeds(log -> {
            String body;
            try {
                body = target.body(request(target, log));
            } catch (InvalidJsonException refused) {
                List<Message> sent = Transcript.forProvider(log, target.provider);
                assertTrue(asksAboutAnImageThatCannotBeShown(sent), refused.getMessage());
                return;
            }
            assertEquals(List.of(), target.faults(body), body);
            assertEquals(List.of(), target.faultsBySdk(body), body);
            assertNothingForeign(target, body);
            assertNothingLost(log, body);
        });
    }

    private static boolean asksAboutAnImageThatCannotBeShown(List<Message> log) {
        return log.subList(Transcript.newestExchange(log), log.size()).stream()
                .flatMap(message -> message.content().stream())
                .anyMatch(part ->
                        part instanceof Image image && (image.url() != null || "image/bmp".equals(image.mediaType())));
    }

    private static void assertNothingForeign(Target target, String body) {
        for (String provider : List.of("openai", "anthropic", "ollama", "elsewhere")) {
            if (!provider.equals(target.provider)) {
                Check.containsNot("thought of " + provider, body);
                Check.containsNot("signature of " + provider, body);
                Check.containsNot("secret of " + provider, body);
            }
        }
    }

    private static void assertNothingLost(List<Message> log, String body) {
        for (Message message : log) {
            for (Content part : message.content()) {
                if (part instanceof Text text && !text.text().isBlank()) {
                    Check.contains(text.text().strip(), body);
                }
            }
        }
    }

    private static ModelRequest request(Target target, List<Message> log) {
        return ModelRequest.builder(target.model)
                .messages(log)
                .options(GenerationOptions.builder()
                        .promptCache(PromptCache.FIVE_MINUTES)
                        .build())
                .build();
    }

    /** As when a call falls back, and falls back again: what was compiled for one is compiled for the next. */
    @Test
    void compiledForOthersBefore_isALegalRequest() throws Exception {
        Target[] all = Target.values();
        int[] shown = {0};
        withSeeds(log -> {
            Random random = new Random(log.hashCode());
            Target last = all[random.nextInt(all.length)];
            List<Message> before = List.copyOf(log);
            List<Message> compiled = log;
            for (int i = 0; i < 2; i++) {
                compiled = Transcript.forProvider(compiled, all[random.nextInt(all.length)].provider);
            }
            assertEquals(before, log);
            if (!asksAboutAnImageThatCannotBeShown(compiled)) {
                shown[0]++;
                String body = last.body(request(last, compiled));
                assertEquals(List.of(), last.faults(body), body);
                assertEquals(List.of(), last.faultsBySdk(body), body);
                assertNothingForeign(last, body);
                assertNothingLost(log, body);
            }
        });
        assertTrue(shown[0] > LOGS / 3, shown[0] + " were sent");
    }

    @ParameterizedTest
    @EnumSource
    void compiledLog_isCompiledNoMore(Target target) throws Exception {
        withSeeds(log -> {
            List<Message> once = Transcript.forProvider(log, target.provider);
            assertTrue(once == Transcript.forProvider(once, target.provider), "Compiled twice it differs");
        });
    }

    @Test
    void thereAndBack_isAsIfOneHadNeverLeft() throws Exception {
        withSeeds(log -> {
            Map<Target, List<Message>> first = new EnumMap<>(Target.class);
            for (Target target : Target.values()) {
                first.put(target, Transcript.forProvider(log, target.provider));
            }
            for (Target target : Target.values()) {
                assertEquals(first.get(target), Transcript.forProvider(log, target.provider));
            }
        });
    }

    /** Providers cache the beginning of a conversation; it must not change as it grows. */
    @Test
    void grownLog_beginsAsBefore() throws Exception {
        withSeeds(log -> {
            List<Message> compiled = Transcript.forProvider(log, "openai");
            List<Message> grown = new ArrayList<>(log);
            grown.add(Message.assistant("assistant"));
            grown.add(Message.user("user"));
            assertEquals(compiled, Transcript.forProvider(grown, "openai").subList(0, compiled.size()));
        });
    }

    /** A run's messages grow turn by turn, and are not compiled anew each time. */
    @Test
    void growingLog_compilesAsIfAtOnce() throws Exception {
        withSeeds(log -> {
            GrowingTranscript growing = new GrowingTranscript("openai");
            for (int size = log.size() % 4; size <= log.size(); size += 1 + size % 3) {
                List<Message> soFar = List.copyOf(log.subList(0, size));
                assertEquals(Transcript.forProvider(soFar, "openai"), growing.compile(soFar));
            }
            List<Message> cut = List.copyOf(log.subList(log.size() / 2, log.size()));
            assertEquals(Transcript.forProvider(cut, "openai"), growing.compile(cut));
        });
    }

    @Test
    void checks_canFail() throws Exception {
        String call = "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a.b\",\"function\":{\"name\":\"f\"}}]}";
        String result = "{\"role\":\"tool\",\"tool_call_id\":\"a.b\",\"content\":\"\"}";
        String user = "{\"role\":\"user\",\"content\":\"a\"}";
        assertEquals(List.of(), Target.OPENAI.faults("{\"messages\":[" + call + "," + result + "," + user + "]}"));
        assertFalse(Target.MISTRAL
                .faults("{\"messages\":[" + call + "," + result + "," + user + "]}")
                .isEmpty());
        assertFalse(Target.OPENAI
                .faults("{\"messages\":[" + call + "," + user + "]}")
                .isEmpty());
        assertFalse(Target.OLLAMA
                .faults("{\"messages\":[" + user + "," + result + "]}")
                .isEmpty());
        assertFalse(Target.ANTHROPIC
                .faults("{\"max_tokens\":1,\"messages\":[" + user + "]}")
                .isEmpty());
        String blocks =
                "{\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}";
        assertEquals(List.of(), Target.ANTHROPIC.faults(blocks.formatted("a")));
        assertFalse(Target.ANTHROPIC.faults(blocks.formatted(" ")).isEmpty());
    }

    @Test
    void logs_areOfAllKinds() {
        Random random = new Random(1);
        int calls = 0;
        int orphans = 0;
        for (int i = 0; i < 100; i++) {
            List<Message> log = RandomLog.of(random);
            calls +=
                    log.stream().mapToInt(message -> message.toolCalls().size()).sum();
            orphans += log.get(0).role() == Role.TOOL ? 1 : 0;
        }
        assertTrue(calls > 100 && orphans > 0, calls + " calls, " + orphans + " logs that begin with a result");
    }
}
