package io.agenticraft.javaagent.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainNameTest {

    @ParameterizedTest
    @CsvSource({
        "com.example.shop.Main --port 80, Main",
        "Main, Main",
        "com.example.Main x.jar y, Main",
        "shop/com.example.shop.Main x, Main",
        "/opt/shop/desk-1.2.jar, desk-1.2",
        "/opt/shop/desk-1.2.jar --name a.jar, desk-1.2",
        "C:\\shop\\desk.jar run, desk",
        "/opt/my shop/desk.jar run, desk"
    })
    void of_command(String command, String expected) {
        assertEquals(expected, MainName.of(command));
    }

    @Test
    void of_nothing_isNull() {
        assertNull(MainName.of(null));
        assertNull(MainName.of(" "));
    }
}
