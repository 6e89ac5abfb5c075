package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JaegerKindTest {

    @Test
    void absent_allowsAll() {
        assertNull(JaegerKind.parse(null));
        assertNull(JaegerKind.parse(" "));
    }

    @Test
    void name_isReadInAnyCase() {
        assertEquals(JaegerKind.DOCKER, JaegerKind.parse("docker"));
        assertEquals(JaegerKind.BINARY, JaegerKind.parse("Binary"));
        assertEquals(JaegerKind.URL, JaegerKind.parse("url"));
    }

    @Test
    void unknown_saysWhatIsValid() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> JaegerKind.parse("podman"));
        assertEquals("jaeger.kind=podman is unknown; valid are url, docker and binary", e.getMessage());
    }
}
