package io.agenticraft.javaagent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Seam SEAM = new Seam("com.example.Client", "call", List.of(), "com.example.Handler");
    private static final Seam OTHER = new Seam("com.example.Other", "call", List.of(), "com.example.Handler");
    private final ClassLoader loader = getClass().getClassLoader();
    private final ClassFileLocator library = ClassFileLocator.ForClassLoader.of(loader);

    @Test
    void seams_areThoseOfTheType() {
        Catalog catalog = new Catalog(List.of(new Fake(List.of())));

        assertEquals(List.of(SEAM), catalog.seams("com.example.Client", loader, library));
        assertEquals(List.of(), catalog.seams("com.example.Unknown", loader, library));
    }

    @Test
    void adapterThatDoesNotFit_staysOutAndSaysSoOnce() {
        Catalog catalog = new Catalog(List.of(new Fake(List.of("com.example.Gone#method"))));
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(List.of(), catalog.seams("com.example.Client", loader, library));
            assertEquals(List.of(), catalog.seams("com.example.Other", loader, library));
        } finally {
            System.setErr(before);
        }

        assertEquals(
                "[agenticraft] fake stays out: this version of the library has no com.example.Gone#method",
                said.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void load_hasTheApisHookToo() {
        String api = "io.opentelemetry.api.GlobalOpenTelemetry";

        assertEquals(
                "maybeAutoConfigureAndSetGlobal",
                Catalog.load().seams(api, loader, library).get(0).method());
    }

    private record Fake(List<String> requires) implements Adapter {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public List<Seam> seams() {
            return List.of(SEAM, OTHER);
        }
    }
}
