package io.agenticraft.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** The whole lines of a file; what follows the last line's end is none. */
final class LineScanner {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private long end;

    LineScanner(FileChannel channel) {
        this.channel = channel;
    }

    /** The next line without its end, or null. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        while (buffer.hasRemaining() || fill()) {
            byte read = buffer.get();
            if (read == '\n') {
                number++;
                end += line.size() + 1L;
                return line.toByteArray();
            }
            line.write(read);
        }
        return null;
    }

    private boolean fill() throws IOException {
        int read = channel.read(buffer.clear());
        buffer.flip();
        return read > 0;
    }

    /** What follows the last whole line, once {@link #next} has answered null. */
    byte[] rest() {
        return line.toByteArray();
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Where that line ends. */
    long end() {
        return end;
    }
}
