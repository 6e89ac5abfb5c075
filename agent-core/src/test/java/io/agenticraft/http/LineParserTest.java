package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineParserTest {
    private final List<String> lines = new ArrayList<>();
    private final LineParser parser = new LineParser(
            (bytes, offset, length) -> lines.add(new String(bytes, offset, length, StandardCharsets.UTF_8)));

    private void push(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        parser.push(bytes, 0, bytes.length);
    }

    @Test
    void lines_comeAsTheyEnd() throws IOException {
        push("one\ntw");
        assertEquals(List.of("one"), lines);
        push("o\n");
        assertEquals(List.of("one", "two"), lines);
        assertFalse(parser.end());
    }

    @Test
    void crlfAcrossPushes_isOneEnd() throws IOException {
        push("one\r");
        push("\ntwo\r\n");

        assertEquals(List.of("one", "two"), lines);
    }

    @Test
    void lastLine_needsNoEnd() throws IOException {
        push("one\ntwo");

        assertTrue(parser.end());
        assertEquals(List.of("one", "two"), lines);
        assertFalse(parser.end());
    }

    @Test
    void emptyLines_areLines() throws IOException {
        push("\n\r\n\r");

        assertEquals(List.of("", "", ""), lines);
    }

    @Test
    void offsetAndLength_areKept() throws IOException {
        byte[] bytes = "xxone\ntwoyy".getBytes(StandardCharsets.UTF_8);
        parser.push(bytes, 2, 7);
        parser.end();

        assertEquals(List.of("one", "two"), lines);
    }
}
