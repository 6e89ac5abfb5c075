package io.agenticraft.javaagent.core;

import io.agenticraft.javaagent.AgentClassLoader;
import io.agenticraft.javaagent.propagate.Executors;
import io.agenticraft.otel.adapter.SeamHandler;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The adapters' class loaders, one for each class loader of the host that has defined a woven class. Held weakly: woven
 * classes keep them alive by their constants, and nothing else need.
 */
final class HostLoaders {
    private final AgentClassLoader agent;
    private final Executors executors;
    private final TelemetryLoaders telemetries;
    private final Map<ClassLoader, WeakReference<AdapterLoader>> loaders = new WeakHashMap<>();
    private final Set<TelemetryLoader> carried =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    HostLoaders(AgentClassLoader agent, Executors executors) {
        this.agent = agent;
        this.executors = executors;
        telemetries = new TelemetryLoaders(agent);
    }

    /** The handler of that name for a class of that loader. */
    SeamHandler handler(ClassLoader host, String name) throws ReflectiveOperationException {
        return adapters(host).handler(name);
    }

    private AdapterLoader adapters(ClassLoader host) throws ReflectiveOperationException {
        AdapterLoader known = known(host);
        if (known != null) {
            return known;
        }
        // Outside the lock, because it loads classes of the host; a second one made meanwhile is thrown away.
        TelemetryLoader telemetry = telemetries.of(host);
        AdapterLoader made = new AdapterLoader(host, agent, telemetry);
        AdapterLoader kept = keep(host, made);
        if (kept == made) {
            Class.forName("io.agenticraft.javaagent.bridge.TelemetryBridge", true, made)
                    .getMethod("install")
                    .invoke(null);
            if (carried.add(telemetry)) {
                executors.carry(telemetry.courier());
            }
        }
        return kept;
    }

    private synchronized @Nullable AdapterLoader known(ClassLoader host) {
        WeakReference<AdapterLoader> reference = loaders.get(host);
        return reference == null ? null : reference.get();
    }

    private synchronized AdapterLoader keep(ClassLoader host, AdapterLoader made) {
        AdapterLoader known = known(host);
        if (known == null) {
            loaders.put(host, new WeakReference<>(made));
        }
        return known == null ? made : known;
    }
}
