package io.agenticraft.javaagent.core;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Looks for classes and methods in class files; loads no class. */
final class Requirements {
    private final ClassFileLocator library;
    private final Map<String, @Nullable Outline> outlines = new HashMap<>();

    private Requirements(ClassFileLocator library) {
        this.library = library;
    }

    /** The first of {@code required}, each a {@code class} or {@code class#method}, that is not there, or null. */
    static @Nullable String firstMissing(List<String> required, ClassFileLocator library) {
        Requirements requirements = new Requirements(library);
        for (String one : required) {
            if (!requirements.has(one)) {
                return one;
            }
        }
        return null;
    }

    private boolean has(String required) {
        int hash = required.indexOf('#');
        return hash < 0
                ? outline(required) != null
                : hasMethod(required.substring(0, hash), required.substring(hash + 1));
    }

    /** Whether the class or anything above it in the library declares the method. */
    private boolean hasMethod(String type, String method) {
        Deque<String> open = new ArrayDeque<>(List.of(type));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            Outline outline = seen.add(name) ? outline(name) : null;
            if (outline != null && outline.methods.contains(method)) {
                return true;
            }
            if (outline != null) {
                open.addAll(outline.parents);
            }
        }
        return false;
    }

    private @Nullable Outline outline(String type) {
        if (!outlines.containsKey(type)) {
            outlines.put(type, read(type));
        }
        return outlines.get(type);
    }

    private @Nullable Outline read(String type) {
        try {
            ClassFileLocator.Resolution found = library.locate(type);
            return found.isResolved() ? Outline.of(found.resolve()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** What of a class file matters here. */
    private static final class Outline extends ClassVisitor {
        private final Set<String> methods = new HashSet<>();
        private final Set<String> parents = new HashSet<>();

        private Outline() {
            super(OpenedClassReader.ASM_API);
        }

        static Outline of(byte[] classFile) {
            Outline outline = new Outline();
            OpenedClassReader.of(classFile)
                    .accept(outline, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return outline;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            if (superName != null) {
                parents.add(superName.replace('/', '.'));
            }
            if (interfaces != null) {
                for (String parent : interfaces) {
                    parents.add(parent.replace('/', '.'));
                }
            }
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            methods.add(name);
            return null;
        }
    }
}
