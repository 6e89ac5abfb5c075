package io.agenticraft.http;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts bytes into lines that end with LF, CRLF or CR, however the bytes are split. A byte order mark before the first
 * line is dropped. Bytes are looked at once, and copied only where a line spans several pushes.
 */
final class LineParser {
    private static final byte[] NONE = {};

    /** Takes the lines, without their ends. The bytes are valid during the call only. */
    @FunctionalInterface
    interface Handler {
        void onLine(byte[] bytes, int offset, int length) throws IOException;
    }

    private final Handler handler;
    private byte[] held = NONE;
    private int heldLength;
    private boolean afterCr;
    private boolean first = true;

    LineParser(Handler handler) {
        this.handler = handler;
    }

    void push(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (b != '\n' && b != '\r') {
                afterCr = false;
            } else if (b == '\n' && afterCr) {
                afterCr = false;
                start = i + 1;
            } else {
                afterCr = b == '\r';
                line(bytes, start, i - start);
                start = i + 1;
            }
        }
        hold(bytes, start, end - start);
    }

    /** The bytes have ended: what is left is a line too. Answers whether there was any. */
    boolean end() throws IOException {
        boolean unfinished = heldLength > 0;
        if (unfinished) {
            line(NONE, 0, 0);
        }
        return unfinished;
    }

    private void line(byte[] bytes, int offset, int length) throws IOException {
        if (heldLength == 0) {
            emit(bytes, offset, length);
            return;
        }
        hold(bytes, offset, length);
        int whole = heldLength;
        heldLength = 0;
        emit(held, 0, whole);
    }

    private void emit(byte[] bytes, int offset, int length) throws IOException {
        int mark = first && startsWithMark(bytes, offset, length) ? 3 : 0;
        first = false;
        handler.onLine(bytes, offset + mark, length - mark);
    }

    private static boolean startsWithMark(byte[] bytes, int offset, int length) {
        return length >= 3
                && bytes[offset] == (byte) 0xEF
                && bytes[offset + 1] == (byte) 0xBB
                && bytes[offset + 2] == (byte) 0xBF;
    }

    private void hold(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        if (heldLength + length > held.length) {
            held = Arrays.copyOf(held, Math.max(heldLength + length, Math.max(256, held.length * 2)));
        }
        System.arraycopy(bytes, offset, held, heldLength, length);
        heldLength += length;
    }
}
