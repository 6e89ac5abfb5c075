package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the agent's jar, and where. */
class PackagingIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static final int JAVA_8 = 52;
    private static final String INNER = "agenticraft-agent.jar";
    private static final String LOGGING = "io/agenticraft/javaagent/logging/";

    @Test
    void entry_isAllThatClassLoadersFind() throws IOException {
        try (JarFile jar = new JarFile(HostJvm.AGENT.toFile())) {
            Set<String> found = new TreeSet<>();
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> !name.endsWith("/"))
                    .forEach(found::add);

            found.removeIf(name -> name.matches("io/agenticraft/javaagent/[A-Za-z0-9$]+\\.class"));
            assertEquals(
                    Set.of(
                            "META-INF/LICENSE",
                            "META-INF/MANIFEST.MF",
                            "META-INF/NOTICE",
                            "META-INF/licenses/ASM",
                            INNER),
                    found);
            assertEquals(
                    "io.agenticraft.javaagent.Premain",
                    jar.getManifest().getMainAttributes().getValue("Premain-Class"));
        }
    }

    @Test
    void entry_isReadableByJava8() throws IOException {
        try (JarFile jar = new JarFile(HostJvm.AGENT.toFile())) {
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();

            assertTrue(classes.size() >= 6, classes.toString());
            for (JarEntry entry : classes) {
                assertEquals(JAVA_8, new ClassReader(bytes(jar, entry)).readUnsignedShort(6), entry.getName());
            }
        }
    }

    @Test
    void isolatedPart_callsNoJavaLogging_andOfItsStandInOnlyWhatThatHas() throws IOException {
        try (JarFile jar = innerJar()) {
            Set<String> offered = new HashSet<>();
            List<String> missing = new ArrayList<>();
            for (String name : List.of("Logger", "Level")) {
                offered.addAll(methods(jar, LOGGING + name + ".class"));
            }
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    missing.addAll(new LoggingCalls(offered).missingIn(bytes(jar, entry)));
                }
            }

            assertEquals(List.of(), missing);
        }
    }

    @Test
    void entries_haveOneDate() throws IOException {
        try (JarFile jar = new JarFile(HostJvm.AGENT.toFile());
                JarFile inner = innerJar()) {
            assertEquals(
                    1,
                    Stream.concat(jar.stream(), inner.stream())
                            .map(JarEntry::getTime)
                            .distinct()
                            .count());
        }
    }

    private JarFile innerJar() throws IOException {
        Path copy = folder.resolve(INNER);
        try (JarFile jar = new JarFile(HostJvm.AGENT.toFile())) {
            Files.write(copy, bytes(jar, jar.getJarEntry(INNER)));
        }
        return new JarFile(copy.toFile());
    }

    private static Set<String> methods(JarFile jar, String entry) throws IOException {
        Set<String> methods = new HashSet<>();
        ClassVisitor visitor = new ClassVisitor(OpenedClassReader.ASM_API) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                methods.add(name + descriptor);
                return null;
            }
        };
        new ClassReader(bytes(jar, jar.getJarEntry(entry))).accept(visitor, ClassReader.SKIP_CODE);
        return methods;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** Finds calls of java.util.logging, and calls of the stand-in that it does not have. */
    private static final class LoggingCalls {
        private final Set<String> offered;
        private final List<String> missing = new ArrayList<>();

        LoggingCalls(Set<String> offered) {
            this.offered = offered;
        }

        List<String> missingIn(byte[] classFile) {
            ClassReader reader = new ClassReader(classFile);
            reader.accept(calls(reader.getClassName()), 0);
            return missing;
        }

        private ClassVisitor calls(String type) {
            MethodVisitor calls = new MethodVisitor(OpenedClassReader.ASM_API) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String descriptor, boolean isInterface) {
                    if ((owner + descriptor).contains("java/util/logging/")) {
                        missing.add(type + " calls " + owner + "." + name + descriptor);
                    }
                    boolean inherited = name.equals("compareTo");
                    if (owner.startsWith(LOGGING) && !inherited && !offered.contains(name + descriptor)) {
                        missing.add(type + " calls " + owner + "." + name + descriptor);
                    }
                }
            };
            return new ClassVisitor(OpenedClassReader.ASM_API) {
                @Override
                public MethodVisitor visitMethod(
                        int access, String name, String descriptor, String signature, String[] exceptions) {
                    return calls;
                }
            };
        }
    }
}
