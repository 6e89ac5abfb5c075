package io.agenticraft.javaagent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.Test;

class RequirementsTest {
    private static final ClassFileLocator HERE =
            ClassFileLocator.ForClassLoader.of(RequirementsTest.class.getClassLoader());
    private static final String LIBRARY = RequirementsTest.class.getName() + "$Library";

    @Test
    void everythingThere_isNull() {
        assertNull(Requirements.firstMissing(List.of(LIBRARY, LIBRARY + "#own"), HERE));
        assertNull(Requirements.firstMissing(List.of(), HERE));
    }

    @Test
    void inheritedMethods_count() {
        assertNull(Requirements.firstMissing(List.of(LIBRARY + "#inherited", LIBRARY + "#compareTo"), HERE));
    }

    @Test
    void missingClassOrMethod_isNamed() {
        assertEquals("com.example.Gone", Requirements.firstMissing(List.of(LIBRARY, "com.example.Gone"), HERE));
        assertEquals("com.example.Gone#a", Requirements.firstMissing(List.of("com.example.Gone#a"), HERE));
        assertEquals(LIBRARY + "#gone", Requirements.firstMissing(List.of(LIBRARY + "#gone"), HERE));
    }

    static class Base {
        void inherited() {}
    }

    abstract static class Library extends Base implements Comparable<Library> {
        void own() {}
    }
}
