package io.agenticraft.javaagent.core;

import io.agenticraft.javaagent.AgentClassLoader;
import io.agenticraft.otel.adapter.SeamHandler;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Defines the adapters' handlers for one class loader of the host. They see the host's library and the agent's classes;
 * the host sees neither them nor this loader.
 */
final class AdapterLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String OURS = "io/agenticraft/otel/";

    private final Map<String, SeamHandler> handlers = new ConcurrentHashMap<>();
    private final ClassLoader host;
    private final AgentClassLoader agent;
    private final TelemetryLoader telemetry;

    AdapterLoader(ClassLoader host, AgentClassLoader agent, TelemetryLoader telemetry) {
        super(null);
        this.host = host;
        this.agent = agent;
        this.telemetry = telemetry;
    }

    /** The one instance of a handler here: its seam's enter and exit, and all calls, meet in it. */
    SeamHandler handler(String name) throws ReflectiveOperationException {
        SeamHandler known = handlers.get(name);
        if (known != null) {
            return known;
        }
        SeamHandler made = Class.forName(name, true, this)
                .asSubclass(SeamHandler.class)
                .getConstructor()
                .newInstance();
        SeamHandler earlier = handlers.putIfAbsent(name, made);
        return earlier == null ? made : earlier;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? find(name) : loaded;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        if (name.startsWith("io.agenticraft.otel.adapter.")) {
            return agent.loadClass(name);
        }
        if (name.startsWith("io.agenticraft.otel.ownership.")) {
            return ownership(name);
        }
        if (name.startsWith("io.agenticraft.otel.") || name.startsWith("io.agenticraft.javaagent.bridge.")) {
            return define(name);
        }
        if (name.startsWith("io.opentelemetry.") || name.startsWith("io.agenticraft.javaagent.")) {
            return telemetry.loadClass(name);
        }
        return host.loadClass(name);
    }

    /** The application's copy where it has one and shares its OpenTelemetry API, so that its decorators and we agree. */
    private Class<?> ownership(String name) throws ClassNotFoundException {
        if (telemetry.isOfHost()) {
            try {
                return host.loadClass(name);
            } catch (ClassNotFoundException e) {
                // Then the application has no decorators either.
            }
        }
        return telemetry.loadClass(name);
    }

    /** What the adapters read at run time lies beside them in the agent. */
    @Override
    protected @Nullable URL findResource(String name) {
        return name.startsWith(OURS) ? agent.getResource(name) : null;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte @Nullable [] classFile = agent.classFile(name);
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length);
    }
}
