package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
    private final List<String> events = new ArrayList<>();
    private final SseParser parser = new SseParser((event, data, offset, length) ->
            events.add(event + "=" + new String(data, offset, length, StandardCharsets.UTF_8)));

    private void push(String text) throws IOException {
        push(text.getBytes(StandardCharsets.UTF_8), 0, Integer.MAX_VALUE);
    }

    private void push(byte[] bytes, int from, int to) throws IOException {
        parser.push(bytes, from, Math.min(to, bytes.length) - from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_mayEndInThreeWays(String end) throws IOException {
        push("data: a" + end + end + "event: x" + end + "data: b" + end + end);

        assertEquals(List.of("null=a", "x=b"), events);
    }

    @Test
    void dataOfSeveralLines_isJoined() throws IOException {
        push("data: a\ndata:b\ndata:\ndata:  c\n\n");

        assertEquals(List.of("null=a\nb\n\n c"), events);
    }

    @Test
    void commentsAndOtherFields_areSkipped() throws IOException {
        push(": keep-alive\n\nid: 7\nretry: 10\nnonsense\ndata: a\n:c\n\n");

        assertEquals(List.of("null=a"), events);
    }

    @Test
    void eventWithoutData_isNone() throws IOException {
        push("event: x\n\ndata: a\n\n");

        assertEquals(List.of("null=a"), events);
    }

    @Test
    void emptyData_isAnEvent() throws IOException {
        push("data\n\ndata:\n\n");

        assertEquals(List.of("null=", "null="), events);
    }

    @Test
    void byteOrderMark_isDropped() throws IOException {
        push("\uFEFFdata: a\n\ndata: \uFEFFb\n\n");

        assertEquals(List.of("null=a", "null=\uFEFFb"), events);
    }

    @Test
    void missingEnd_countsAndIsReported() throws IOException {
        push("data: a\n\nevent: x\ndata: b");

        assertTrue(parser.end());
        assertEquals(List.of("null=a", "x=b"), events);
    }

    @Test
    void regularEnd_leavesNothing() throws IOException {
        push("data: a\n\n");

        assertFalse(parser.end());
        assertEquals(List.of("null=a"), events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void bytes_mayBeSplitAnywhere(String end) throws IOException {
        String text =
                "\uFEFFevent: grüße\ndata: 🦅 eins\ndata: zwei\n\n: c\n\ndata: {\"a\":\"é\"}\n\n".replace("\n", end);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            events.clear();
            SseParser fresh = new SseParser((event, data, offset, length) ->
                    events.add(event + "=" + new String(data, offset, length, StandardCharsets.UTF_8)));
            fresh.push(bytes, 0, cut);
            fresh.push(bytes, cut, bytes.length - cut);

            assertEquals(List.of("grüße=🦅 eins\nzwei", "null={\"a\":\"é\"}"), events, "cut at " + cut);
        }
    }

    @Test
    void longEventInSmallPieces_isWhole() throws IOException {
        String data = "x".repeat(200_000) + "ü";
        byte[] bytes = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int at = 0; at < bytes.length; ) {
            int next = Math.min(bytes.length, at + 1 + random.nextInt(100));
            push(bytes, at, next);
            at = next;
        }

        assertEquals(List.of("null=" + data), events);
    }
}
