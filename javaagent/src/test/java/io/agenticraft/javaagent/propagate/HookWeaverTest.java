package io.agenticraft.javaagent.propagate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weaves the executors of the JDK that runs the tests; that they verify and run is seen in JVMs of their own. */
class HookWeaverTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java/util/concurrent/ThreadPoolExecutor",
                "java/util/concurrent/ScheduledThreadPoolExecutor",
                "java/util/concurrent/ForkJoinPool",
                "java/util/concurrent/ForkJoinTask",
                "java/util/concurrent/CompletableFuture$UniCompletion"
            })
    void everyHookOfType_findsItsPlace(String type) throws IOException {
        Map<String, List<Hook>> hooks = Hook.all().stream().collect(Collectors.groupingBy(Hook::type));
        List<Hook> own = hooks.getOrDefault(type, List.of());

        Places places = Places.in(HookWeaver.weave(type, classFile(type), own));

        TreeSet<String> expected = own.stream()
                .filter(hook -> places.declared.contains(hook.method()))
                .map(hook -> hook.method() + " " + hook.kind().handle())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, places.hooked);
        assertFalse(places.hooked.isEmpty());
    }

    private static byte[] classFile(String type) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
            if (in == null) {
                throw new IOException(type + " is not there");
            }
            return in.readAllBytes();
        }
    }

    /** Where a class's methods use constants of ours. */
    private static final class Places extends ClassVisitor {
        private final TreeSet<String> declared = new TreeSet<>();
        private final TreeSet<String> hooked = new TreeSet<>();

        private Places() {
            super(OpenedClassReader.ASM_API);
        }

        static Places in(byte[] classFile) {
            Places places = new Places();
            new ClassReader(classFile).accept(places, 0);
            return places;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            declared.add(name);
            return new MethodVisitor(OpenedClassReader.ASM_API) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof ConstantDynamic constant && constant.getBootstrapMethodArgumentCount() == 4) {
                        hooked.add(name + " " + constant.getBootstrapMethodArgument(3));
                    }
                }
            };
        }
    }
}
