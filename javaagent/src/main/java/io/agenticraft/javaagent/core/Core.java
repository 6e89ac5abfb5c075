package io.agenticraft.javaagent.core;

import io.agenticraft.javaagent.AgentClassLoader;
import io.agenticraft.javaagent.AgentCore;
import io.agenticraft.javaagent.Console;
import io.agenticraft.javaagent.propagate.Executors;
import io.agenticraft.javaagent.weave.SeamWeaver;
import io.agenticraft.otel.adapter.Seam;
import io.agenticraft.otel.adapter.SeamHandler;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/** Decides what is woven, and gives woven code its method handles. Made when the first known class is loaded. */
public final class Core implements AgentCore {
    private final Catalog catalog = Catalog.load();
    private final AtomicBoolean steppedAside = new AtomicBoolean();
    private final Executors executors;
    private final HostLoaders hosts;
    private final SeamWeaver weaver;

    /**
     * Called by the entry, by name.
     *
     * @param loader the loader of this class
     */
    public Core(AgentClassLoader loader, Instrumentation instrumentation) throws ReflectiveOperationException {
        weaver = new SeamWeaver(loader);
        executors = new Executors(instrumentation, weaver);
        hosts = new HostLoaders(loader, executors);
    }

    @Override
    public byte @Nullable [] transform(@Nullable ClassLoader loader, String type, byte[] classFile) {
        if (loader == null || steppedAside()) {
            return null;
        }
        ClassFileLocator library = ClassFileLocator.ForClassLoader.of(loader);
        String name = type.replace('/', '.');
        List<Seam> seams = catalog.seams(name, loader, library);
        return seams.isEmpty() ? null : weaver.weave(name, classFile, seams, library);
    }

    @Override
    public MethodHandle link(Class<?> owner, String kind, String name) throws Exception {
        if (Executors.knows(kind)) {
            return executors.handle(name);
        }
        if (steppedAside()) {
            return HandlerHandles.idle(kind);
        }
        @Nullable ClassLoader host = owner.getClassLoader();
        SeamHandler handler = host == null ? executors.forkedTasks() : hosts.handler(host, name);
        return HandlerHandles.of(handler, kind);
    }

    /** Looked up again each time, because the upstream agent's flag may come after ours. */
    private boolean steppedAside() {
        if (!UpstreamAgent.isPresent()) {
            return false;
        }
        if (!steppedAside.getAndSet(true)) {
            Console.line("off: the OpenTelemetry Java agent is at work here; give it the extension instead,"
                    + " -Dotel.javaagent.extensions=agenticraft-otel-extension.jar");
        }
        return true;
    }
}
