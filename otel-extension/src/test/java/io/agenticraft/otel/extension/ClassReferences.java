package io.agenticraft.otel.extension;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** The classes that a class file mentions anywhere. */
final class ClassReferences {
    private ClassReferences() {}

    static Set<String> of(Class<?> type) throws IOException {
        Set<String> names = new TreeSet<>();
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
            new ClassReader(in).accept(new ClassRemapper(new ClassWriter(0), new Collecting(names)), 0);
        }
        return names;
    }

    private static final class Collecting extends Remapper {
        private final Set<String> names;

        Collecting(Set<String> names) {
            super(net.bytebuddy.utility.OpenedClassReader.ASM_API);
            this.names = names;
        }

        @Override
        public String map(String internalName) {
            names.add(internalName.replace('/', '.'));
            return internalName;
        }
    }
}
