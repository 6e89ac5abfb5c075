package io.agenticraft.openai;

import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.model.ModelRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The bodies of requests, for tests of other packages that need no socket. */
public final class ChatBodies {
    private ChatBodies() {}

    /** The body for a host of the named {@link Dialect}, asked by a provider named {@code openai}. */
    public static String of(String dialect, ModelRequest request) throws IOException {
        byte[] body = new ChatRequest(
                        request, "openai", Dialect.valueOf(dialect), "reasoning", new UnsupportedOptions("openai"))
                .toBytes(false);
        return new String(body, StandardCharsets.UTF_8);
    }
}
