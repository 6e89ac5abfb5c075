package io.agenticraft.javaagent.core;

import io.agenticraft.javaagent.AgentClassLoader;
import io.agenticraft.javaagent.Console;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which OpenTelemetry a class loader of the host is served with: the application's API where it brings one that the
 * agent's SDK can work with, otherwise the agent's own.
 */
final class TelemetryLoaders {
    private static final String GLOBAL = "io.opentelemetry.api.GlobalOpenTelemetry";

    private final AgentClassLoader agent;
    private final Map<ClassLoader, WeakReference<TelemetryLoader>> overApis = new WeakHashMap<>();
    private @Nullable TelemetryLoader own;

    TelemetryLoaders(AgentClassLoader agent) {
        this.agent = agent;
    }

    TelemetryLoader of(ClassLoader host) throws ReflectiveOperationException {
        @Nullable ClassLoader api = apiOf(host);
        if (api != null) {
            TelemetryLoader overApi = overApi(api);
            if (overApi.start()) {
                return overApi;
            }
            Console.line("the application's OpenTelemetry API does not go with the agent's SDK;"
                    + " the agent uses one of its own, and the two make separate traces");
        }
        TelemetryLoader apart = own();
        apart.start();
        return apart;
    }

    private static @Nullable ClassLoader apiOf(ClassLoader host) {
        try {
            return Class.forName(GLOBAL, false, host).getClassLoader();
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private synchronized TelemetryLoader overApi(ClassLoader api) {
        WeakReference<TelemetryLoader> reference = overApis.get(api);
        TelemetryLoader known = reference == null ? null : reference.get();
        if (known == null) {
            known = new TelemetryLoader(agent, api);
            overApis.put(api, new WeakReference<>(known));
        }
        return known;
    }

    private synchronized TelemetryLoader own() {
        TelemetryLoader known = own;
        if (known == null) {
            known = new TelemetryLoader(agent, null);
            own = known;
        }
        return known;
    }
}
