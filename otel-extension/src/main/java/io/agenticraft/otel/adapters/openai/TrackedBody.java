package io.agenticraft.otel.adapters.openai;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A response's body that a host reads itself. Reports its end, its failure and its closing, and looks at no byte. */
final class TrackedBody extends FilterInputStream {
    private final StreamListener<?> listener;

    TrackedBody(InputStream body, StreamListener<?> listener) {
        super(body);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        return report(in::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return report(() -> in.read(buffer, offset, length));
    }

    private int report(Read read) throws IOException {
        int result;
        try {
            result = read.read();
        } catch (Throwable t) {
            listener.onFailure(t);
            throw t;
        }
        if (result < 0) {
            listener.onEnd();
        }
        return result;
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            listener.onClose();
        }
    }

    private interface Read {
        int read() throws IOException;
    }
}
