package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.ScriptedProvider;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers of one's own that are found without being registered. */
class ServiceLoaderTest {

    /** As a jar would bring it. */
    public static final class Found implements ProviderFactory {
        @Override
        public String name() {
            return "found";
        }

        @Override
        public ProviderSpec fromEnvironment(Environment environment) {
            return ProviderSpec.of("found", URI.create("https://found.test"), null);
        }

        @Override
        public boolean recognises(String model) {
            return model.startsWith("found-");
        }

        @Override
        public ModelProvider create(ProviderSpec spec) {
            return new ScriptedProvider("found");
        }
    }

    @Test
    void factoryThatServiceLoaderFinds_isInstalledAndDetects(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ProviderFactory.class.getName()), Found.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            ProviderRegistry registry =
                    ProviderRegistry.builder().detectProviders(true).build();
            assertTrue(registry.providerInfo("found").installed());
            assertEquals("found:found-1", registry.resolve("found-1").toString());
        } finally {
            thread.setContextClassLoader(before);
        }
        assertFalse(ProviderRegistry.create().providerInfo("found").installed());
    }
}
