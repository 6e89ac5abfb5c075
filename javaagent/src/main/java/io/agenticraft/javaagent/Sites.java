package io.agenticraft.javaagent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** The way from woven classes into the isolated part of the agent, which is loaded when it is first needed. */
public final class Sites {
    private static final String CORE = "io.agenticraft.javaagent.core.Core";

    private static @Nullable Instrumentation instrumentation;
    private static @Nullable File jar;
    private static volatile @Nullable AgentCore core;
    private static volatile boolean failed;

    private Sites() {}

    /** Whether this was the first call: a second -javaagent flag with the same jar is ignored. */
    static synchronized boolean open(Instrumentation value) throws Exception {
        if (instrumentation != null) {
            return false;
        }
        CodeSource source = Sites.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("The agent's jar cannot be found");
        }
        instrumentation = value;
        jar = new File(source.getLocation().toURI());
        return true;
    }

    /** The isolated part, loaded by the first call; null where it cannot be had, which is said once. */
    static @Nullable AgentCore core() {
        AgentCore loaded = core;
        return loaded == null && !failed ? load() : loaded;
    }

    private static synchronized @Nullable AgentCore load() {
        File file = jar;
        if (core != null || failed || file == null || instrumentation == null) {
            return core;
        }
        try {
            AgentClassLoader loader = new AgentClassLoader(file);
            core = (AgentCore) loader.loadClass(CORE)
                    .getConstructor(AgentClassLoader.class, Instrumentation.class)
                    .newInstance(loader, instrumentation);
        } catch (Throwable e) {
            failed = true;
            Console.line("off: " + e + (e.getCause() == null ? "" : ", caused by " + e.getCause()));
        }
        return core;
    }

    /** Puts another in its place. */
    static void use(AgentCore replacement) {
        core = replacement;
    }

    /** What the constants of woven classes are resolved by; see {@link AgentCore#link}. */
    public static MethodHandle resolve(Class<?> owner, String kind, String name) throws Exception {
        AgentCore linker = core();
        if (linker == null) {
            throw new IllegalStateException("The agent is off");
        }
        return linker.link(owner, kind, name);
    }
}
