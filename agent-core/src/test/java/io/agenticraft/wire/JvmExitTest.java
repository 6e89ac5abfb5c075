package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JvmExitTest {

    /** What the other JVM runs: it calls, forgets to close, and returns. */
    static final class Host {
        private Host() {}

        public static void main(String[] args) throws Exception {
            ModelProvider provider = new OpenAi().create(Calls.spec("openai", URI.create(args[0])));
            ModelRequest request =
                    ModelRequest.builder("m").messages(Message.user("Hello")).build();
            System.out.println(Calls.await(provider.complete(request)).text());
        }
    }

    @Test
    void openProvider_doesNotKeepAJvmAlive() throws Exception {
        try (WireServer server = WireServer.start()) {
            server.always(
                    Replies.json("{\"choices\":[{\"message\":{\"content\":\"Bye\"},\"finish_reason\":\"stop\"}]}"));
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Host.class.getName(),
                            server.url("/v1").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertTrue(jvm.waitFor(60, TimeUnit.SECONDS), "It still runs");
                assertEquals(0, jvm.exitValue());
                assertEquals("Bye", new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            } finally {
                jvm.destroyForcibly();
            }
        }
    }
}
