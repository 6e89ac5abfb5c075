package io.agenticraft.javaagent.core;

import io.agenticraft.javaagent.AgentClassLoader;
import io.agenticraft.javaagent.propagate.Courier;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Defines the OpenTelemetry SDK once for each OpenTelemetry API of the process: for the agent's own, or over the one
 * that an application brings.
 */
final class TelemetryLoader extends ClassLoader {
    private static final String SPANS_OWNERS = "io.agenticraft.otel.ownership.";
    private static final String OURS = "io.agenticraft.javaagent.telemetry.";

    static {
        registerAsParallelCapable();
    }

    private final AgentClassLoader agent;
    private final @Nullable ClassLoader api;

    /**
     * A loader for one API.
     *
     * @param api the application's loader of the OpenTelemetry API; null: the agent's own API
     */
    TelemetryLoader(AgentClassLoader agent, @Nullable ClassLoader api) {
        super(agent);
        this.agent = agent;
        this.api = api;
    }

    /** Whether the OpenTelemetry API is the application's. */
    boolean isOfHost() {
        return api != null;
    }

    /** Makes telemetry ready, once. False where the SDK does not go with the API. */
    boolean start() throws ReflectiveOperationException {
        Object ready = Class.forName(OURS + "Telemetry", true, this)
                .getMethod("start", boolean.class)
                .invoke(null, isOfHost());
        return Boolean.TRUE.equals(ready);
    }

    /** Carries the contexts of the API. */
    Courier courier() throws ReflectiveOperationException {
        return (Courier) Class.forName(OURS + "Telemetry", true, this)
                .getMethod("courier")
                .invoke(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? find(name) : loaded;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        if (api != null && isApi(name)) {
            return fromApi(api, name);
        }
        if (name.startsWith("io.opentelemetry.") || name.startsWith(OURS) || name.startsWith(SPANS_OWNERS)) {
            return define(name);
        }
        return agent.loadClass(name);
    }

    /** The SDK also uses inner parts of the API, which move from version to version: ours stand in for those missing. */
    private Class<?> fromApi(ClassLoader loader, String name) throws ClassNotFoundException {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            if (name.contains(".internal.") || name.contains(".impl.")) {
                return define(name);
            }
            throw e;
        }
    }

    /** The incubating API is left out: an SDK takes to it whatever its version. */
    private static boolean isApi(String name) {
        return name.startsWith("io.opentelemetry.context.")
                || name.startsWith("io.opentelemetry.common.")
                || (name.startsWith("io.opentelemetry.api.") && !name.startsWith("io.opentelemetry.api.incubator."));
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte @Nullable [] classFile = agent.classFile(name);
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return agent.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return agent.getResources(name);
    }
}
