package io.agenticraft.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events from bytes that may be split anywhere. Comments, {@code id} and {@code retry} are skipped;
 * an event without data is none. At the end of the bytes an event counts even if its blank line is missing.
 */
final class SseParser {

    /** Takes the events. The bytes are valid during the call only. */
    @FunctionalInterface
    interface Handler {
        void onEvent(@Nullable String event, byte[] data, int offset, int length) throws IOException;
    }

    private final Handler handler;
    private final LineParser lines = new LineParser(this::onLine);
    private byte[] data = new byte[512];
    private int dataLength;
    private boolean hasData;
    private @Nullable String event;

    SseParser(Handler handler) {
        this.handler = handler;
    }

    void push(byte[] bytes, int offset, int length) throws IOException {
        lines.push(bytes, offset, length);
    }

    /** The bytes have ended. Answers whether an event was left without its end. */
    boolean end() throws IOException {
        lines.end();
        boolean unfinished = hasData;
        dispatch();
        return unfinished;
    }

    private void onLine(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            dispatch();
            return;
        }
        int nameLength = 0;
        while (nameLength < length && bytes[offset + nameLength] != ':') {
            nameLength++;
        }
        int valueStart = Math.min(nameLength + 1, length);
        if (valueStart < length && bytes[offset + valueStart] == ' ') {
            valueStart++;
        }
        if (is(bytes, offset, nameLength, "data")) {
            append(bytes, offset + valueStart, length - valueStart);
        } else if (is(bytes, offset, nameLength, "event")) {
            event = text(bytes, offset + valueStart, length - valueStart);
        }
    }

    private String text(byte[] bytes, int offset, int length) {
        return event != null && is(bytes, offset, length, event)
                ? event
                : new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    private static boolean is(byte[] bytes, int offset, int length, String ascii) {
        if (length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void append(byte[] bytes, int offset, int length) {
        int needed = dataLength + length + 1;
        if (needed > data.length) {
            data = Arrays.copyOf(data, Math.max(needed, data.length * 2));
        }
        if (hasData) {
            data[dataLength++] = '\n';
        }
        System.arraycopy(bytes, offset, data, dataLength, length);
        dataLength += length;
        hasData = true;
    }

    private void dispatch() throws IOException {
        boolean complete = hasData;
        int length = dataLength;
        String name = event;
        hasData = false;
        dataLength = 0;
        event = null;
        if (complete) {
            handler.onEvent(name, data, 0, length);
        }
    }
}
