package io.agenticraft.anthropic;

import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.model.ModelRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The bodies of requests, for tests of other packages that need no socket. */
public final class MessagesBodies {
    private MessagesBodies() {}

    /** The body for a provider named {@code anthropic}. */
    public static String of(ModelRequest request) throws IOException {
        byte[] body = new MessagesRequest(request, "anthropic", new UnsupportedOptions("anthropic")).toBytes(false);
        return new String(body, StandardCharsets.UTF_8);
    }
}
