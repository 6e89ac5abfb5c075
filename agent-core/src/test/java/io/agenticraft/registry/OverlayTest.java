package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.testing.Check;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.ScriptedProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private final FakeFactory factory = new FakeFactory("my-host", spec -> new ScriptedProvider("my-host"));

    @Test
    void settings_hideTheirOwnVariablesOnly() {
        Overlay overlay = new Overlay(
                Map.of("MY_HOST_API_KEY", "a", "MY_HOST_BASE_URL", "b", "OTHER", "c")::get, factory, "key", "url");
        assertEquals("key", overlay.get("MY_HOST_API_KEY"));
        assertEquals("url", overlay.get("MY_HOST_BASE_URL"));
        assertEquals("c", overlay.get("OTHER"));
        assertNull(overlay.get("ABSENT"));
        Check.containsNot("key", overlay.toString());
    }

    @Test
    void withoutSettings_theEnvironmentAnswers() {
        Overlay overlay = new Overlay(Map.of("MY_HOST_API_KEY", "a")::get, factory, null, null);
        assertEquals("a", overlay.get("MY_HOST_API_KEY"));
        assertNull(overlay.get("MY_HOST_BASE_URL"));
    }
}
