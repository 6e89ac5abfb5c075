package io.agenticraft.javaagent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassLoaderTest {
    private static final String HIDDEN = "io.agenticraft.javaagent.hosts.HelloHost";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private AgentClassLoader loader;

    @BeforeEach
    void pack() throws IOException {
        Path jar = folder.resolve("an agent.jar");
        String path = HIDDEN.replace('.', '/') + ".class";
        Jars.write(
                jar,
                "agenticraft-agent.jar",
                Jars.of(path, bytes(path), "META-INF/services/some.Service", "x".getBytes(StandardCharsets.UTF_8)));
        loader = new AgentClassLoader(jar.toFile());
    }

    @Test
    void hiddenClass_isDefinedHere_andNotTakenFromTheHost() throws Exception {
        Class<?> hidden = loader.loadClass(HIDDEN);

        assertSame(loader, hidden.getClassLoader());
        assertSame(hidden, loader.loadClass(HIDDEN));
        assertNotSame(Class.forName(HIDDEN), hidden);
    }

    @Test
    void entryClass_isTheOneOfTheSystemLoader() throws Exception {
        assertSame(Sites.class, loader.loadClass("io.agenticraft.javaagent.Sites"));
    }

    @Test
    void classesOfTheHost_areNotFound_thoseOfThePlatformAre() throws Exception {
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("io.agenticraft.agent.Agent"));
        assertEquals(
                "java.net.http.HttpClient",
                loader.loadClass("java.net.http.HttpClient").getName());
    }

    @Test
    void resources_areTheHiddenOnes() throws IOException {
        URL service = Objects.requireNonNull(loader.getResource("META-INF/services/some.Service"));
        try (InputStream in = service.openStream()) {
            assertEquals("x", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(
                1,
                Collections.list(loader.getResources("META-INF/services/some.Service"))
                        .size());
        assertEquals(
                0, Collections.list(loader.getResources("META-INF/MANIFEST.MF")).size());
    }

    @Test
    void classFile_ofUnknownClass_isNull() {
        assertNull(loader.classFile("com.example.Unknown"));
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(resource))) {
            return in.readAllBytes();
        }
    }
}
