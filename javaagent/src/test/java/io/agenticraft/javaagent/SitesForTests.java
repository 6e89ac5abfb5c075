package io.agenticraft.javaagent;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Answers the constants of classes that a test has woven. */
public final class SitesForTests {

    /** What answers them. */
    public interface Linker {
        MethodHandle link(Class<?> owner, String kind, String name) throws Exception;
    }

    private SitesForTests() {}

    public static void use(Linker linker) {
        Sites.use(new AgentCore() {
            @Override
            public byte @Nullable [] transform(@Nullable ClassLoader loader, String type, byte[] classFile) {
                throw new UnsupportedOperationException();
            }

            @Override
            public MethodHandle link(Class<?> owner, String kind, String name) throws Exception {
                return linker.link(owner, kind, name);
            }
        });
    }
}
