package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackedBodyTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void allBytes_comeThroughAndTheEndIsHeard() throws IOException {
        byte[] bytes = new byte[20_000];
        bytes[7] = 7;
        assertArrayEquals(bytes, body(new ByteArrayInputStream(bytes)).readAllBytes());
        assertEquals("end", heard.get(0));
    }

    @Test
    void singleBytes_comeThrough() throws IOException {
        InputStream body = body(new ByteArrayInputStream(new byte[] {5}));
        assertEquals(5, body.read());
        assertEquals(List.of(), heard);
        assertEquals(-1, body.read());
        assertEquals(List.of("end"), heard);
    }

    @Test
    void transfer_isThatOfTheOriginal() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(3, body(new ByteArrayInputStream(new byte[3])).transferTo(out));
        assertEquals(3, out.size());
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // Reads nothing.
    void failure_isHeardAndPassedOnAsItIs() {
        IOException broken = new IOException("broken");
        InputStream body = body(new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        });
        assertSame(broken, assertThrows(IOException.class, body::read));
        assertEquals(List.of("failure"), heard);
    }

    @Test
    void close_closesTheOriginalAndIsHeard() throws IOException {
        body(new ByteArrayInputStream(new byte[3]) {
                    @Override
                    public void close() {
                        heard.add("original closed");
                    }
                })
                .close();
        assertEquals(List.of("original closed", "close"), heard);
    }

    private TrackedBody body(InputStream original) {
        return new TrackedBody(original, new StreamListener<Object>() {
            @Override
            public void onElement(Object element) {
                heard.add("element");
            }

            @Override
            public void onEnd() {
                heard.add("end");
            }

            @Override
            public void onFailure(Throwable failure) {
                heard.add("failure");
            }

            @Override
            public void onClose() {
                heard.add("close");
            }
        });
    }
}
