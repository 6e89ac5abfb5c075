package io.agenticraft.ollama;

import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.model.ModelRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The bodies of requests, for tests of other packages that need no socket. */
public final class OllamaBodies {
    private OllamaBodies() {}

    /** The body for a provider named {@code ollama}. */
    public static String of(ModelRequest request) throws IOException {
        byte[] body = new OllamaRequest(request, "ollama", new UnsupportedOptions("ollama")).toBytes(false);
        return new String(body, StandardCharsets.UTF_8);
    }
}
