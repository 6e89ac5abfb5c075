package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The path of a request: which check comes before which, and what comes out at its end. */
final class EngineTest {

    private static final String HELLO =
            "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private final OpenAiDialect dialect = new OpenAiDialect();

    private static Engine engine(SimulatorOptions.Builder options) {
        return new Engine(options.build(), () -> Turns.NOW);
    }

    private Engine.Outcome handle(Engine engine, String key, String body, @Nullable String directives) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("authorization", "Bearer " + key);
        if (directives != null) {
            headers.add(Directives.HEADER, directives);
        }
        return engine.handle(dialect, headers, body, null, engine.random());
    }

    private Fault refused(Engine engine, String key, String body, @Nullable String directives) {
        return assertThrows(Rejection.class, () -> handle(engine, key, body, directives))
                .fault();
    }

    @Test
    void badKey_isRefusedBeforeTheBodyIsRead() {
        assertEquals(Fault.UNAUTHORIZED, refused(engine(SimulatorOptions.builder()), "bad", "no json", null));
    }

    @Test
    void brokenBody_isRefusedBeforeItsModel() {
        assertEquals(
                Fault.BAD_REQUEST, refused(engine(SimulatorOptions.builder()), "k", "{\"model\":\"unknown\"}", null));
    }

    @Test
    void unknownModel_takesNothingFromTheLimits() {
        Engine engine = engine(SimulatorOptions.builder().requestsPerMinute(1));
        String unknown = HELLO.replace("gpt-4o-mini", "unknown");
        assertEquals(Fault.NOT_FOUND, refused(engine, "k", unknown, null));
        assertEquals(
                "Hello",
                handle(engine, "k", HELLO, null).turn().call().conversation().user());
        assertEquals(Fault.RATE_LIMITED, refused(engine, "k", HELLO, null));
    }

    @Test
    void exhaustedLimit_comesBeforeAFaultThatWasAskedFor() {
        Engine engine = engine(SimulatorOptions.builder().requestsPerMinute(1));
        assertEquals(Fault.SERVER_ERROR, refused(engine, "k", HELLO, "error=500"));
        assertEquals(Fault.RATE_LIMITED, refused(engine, "k", HELLO, "error=500"));
    }

    @Test
    void fault_comesBeforeTheScriptWhichKeepsItsReply() {
        Engine engine = engine(SimulatorOptions.builder().script(Script.inOrder(Reply.text("scripted"))));
        assertEquals(Fault.SERVER_ERROR, refused(engine, "k", HELLO, "error=500"));
        assertEquals(
                "scripted", handle(engine, "k", HELLO, null).turn().answer().wholeText());
    }

    @Test
    void lateFault_isHandedOnWithAWholeAnswer() {
        Engine.Outcome outcome = handle(engine(SimulatorOptions.builder()), "k", HELLO, "error=cut");
        assertEquals(Fault.CUT, outcome.fault());
        assertEquals(
                "This is a simulated answer to: Hello", outcome.turn().answer().wholeText());
        assertNull(handle(engine(SimulatorOptions.builder()), "k", HELLO, null).fault());
    }

    @Test
    void scriptedLateFault_isHandedOnToo() {
        Engine engine = engine(SimulatorOptions.builder().script(Script.inOrder(Reply.fault(Fault.HANG))));
        assertEquals(Fault.HANG, handle(engine, "k", HELLO, null).fault());
    }

    @Test
    void model_ofThePathReplacesThatOfTheBody() {
        Engine engine = engine(SimulatorOptions.builder());
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("authorization", "Bearer k");
        Engine.Outcome outcome = engine.handle(dialect, headers, HELLO, "my-deployment", engine.random());
        assertEquals("my-deployment", outcome.turn().call().model());
    }

    @Test
    void pauses_areOneForEveryTokenAndAddUp() {
        Engine engine = engine(SimulatorOptions.builder()
                .firstToken(Latency.fixed(Duration.ofNanos(100)))
                .betweenTokens(Latency.uniform(Duration.ofNanos(1), Duration.ofNanos(9))));
        Engine.Outcome outcome = handle(engine, "k", HELLO, "tokens=7");
        assertEquals(7, outcome.pauses().length);
        assertEquals(100, outcome.pauses()[0]);
        assertEquals(100, outcome.turn().firstNanos());
        assertEquals(LongStream.of(outcome.pauses()).sum(), outcome.turn().nanos());
    }

    @Test
    void unlimitedRate_needsNoPausesBetween() {
        assertEquals(
                1,
                handle(engine(SimulatorOptions.builder()), "k", HELLO, "tokens=7")
                        .pauses()
                        .length);
    }

    @Test
    void cachedShare_isAPartOfThePrompt() {
        Engine engine = engine(SimulatorOptions.builder().cachedShare(0.5));
        Answer.Usage usage = handle(engine, "k", HELLO, null).turn().answer().usage();
        assertEquals(usage.prompt() / 2, usage.cached());
        assertEquals(
                usage.prompt(),
                handle(engine, "k", HELLO, "cached=999999")
                        .turn()
                        .answer()
                        .usage()
                        .cached(),
                "never more than there is");
    }

    @Test
    void requests_drawFromTheirOwnNumbers() {
        Engine one = engine(SimulatorOptions.builder().seed(4));
        Engine two = engine(SimulatorOptions.builder().seed(4));
        List<Long> drawn = List.of(one.random().nextLong(), one.random().nextLong());
        // What the first request does with its randomness does not matter to the second.
        assertEquals(1000, two.random().longs(1000).count());
        assertEquals(drawn.get(1), two.random().nextLong());
    }
}
