package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.Usage;
import io.agenticraft.testing.Answers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCodecTest {
    private static final CacheKey KEY = new CacheKey(1, 2, 3, -4);
    private static final CacheKey OTHER = new CacheKey(1, 2, 3, 4);

    private static ModelResponse there(ModelResponse answer) throws IOException {
        Stored stored = ResponseReader.decode(KEY, ResponseCodec.encode(KEY, answer, 42));
        assertNotNull(stored);
        assertEquals(42, stored.storedAtMillis());
        return stored.answer();
    }

    @Test
    void answer_comesBackAsItWas_withoutItsRequest() throws IOException {
        ModelResponse answer = new ModelResponse(
                "id-1",
                "model-1",
                new Message(
                        Role.ASSISTANT,
                        List.of(
                                new Reasoning("hm \"so\"", "anthropic", "sig", "red"),
                                new Text("ja, 日本 \uD83D\uDE00\n"))),
                FinishReason.STOP,
                "end_turn",
                new Usage(1L, 2L, 3L, 4L, 5L),
                "req-1",
                Map.of("service_tier", "default"));
        ModelResponse expected = new ModelResponse(
                "id-1",
                "model-1",
                answer.message(),
                FinishReason.STOP,
                "end_turn",
                answer.usage(),
                null,
                answer.details());
        assertEquals(expected, there(answer));
    }

    @Test
    void whatIsNotKnown_staysUnknown() throws IOException {
        ModelResponse answer = new ModelResponse(
                null, null, Message.assistant("x"), FinishReason.STOP, null, Usage.unknown(), null, Map.of());
        assertEquals(answer, there(answer));
    }

    @Test
    void halvesOfSymbols_comeBack() throws IOException {
        assertEquals("a\uD83D ü", there(Answers.text("a\uD83D ü")).text());
    }

    @Test
    void valueOfAnotherVersion_isNotKnown() throws IOException {
        assertNull(ResponseReader.decode(KEY, bytes("{\"version\":2,\"content\":\"quite another form\"}")));
        assertNull(ResponseReader.decode(KEY, bytes("{}")));
    }

    @Test
    void valueOfAnotherKey_isDamaged() {
        byte[] value = ResponseCodec.encode(KEY, Answers.text("x"), 1);
        assertThrows(IOException.class, () -> ResponseReader.decode(OTHER, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null?",
                "{\"version\":1",
                "{\"version\":1}x",
                "{\"version\":1,\"key\":\"KEY\",\"content\":[]}",
                "{\"version\":1,\"key\":\"KEY\",\"content\":[{\"tool\":\"rm\"}]}",
                "{\"version\":1,\"key\":\"KEY\",\"content\":[7]}",
                "{\"version\":1,\"content\":[{\"text\":\"x\"}]}"
            })
    void damagedValue_isSaidToBe(String value) {
        assertThrows(IOException.class, () -> ResponseReader.decode(KEY, bytes(value.replace("KEY", KEY.hex()))));
    }

    @Test
    void randomDamage_neverGivesAnythingButAnswersOrFailures() {
        byte[] whole = ResponseCodec.encode(KEY, Answers.text("some answer"), 1);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                ResponseReader.decode(KEY, damaged);
            } catch (IOException | RuntimeException e) {
                refused++;
            }
        }
        assertEquals(true, refused > 500, "refused " + refused);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
