package io.agenticraft.javaagent.core;

import io.agenticraft.javaagent.Console;
import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/** Which adapters hook a class, and whether they fit the library that a class loader offers. */
final class Catalog {
    private final Map<String, List<Adapter>> byType = new HashMap<>();
    /** By class loader: what each adapter misses there, or "" where it fits. */
    private final Map<ClassLoader, Map<Adapter, String>> verdicts = Collections.synchronizedMap(new WeakHashMap<>());

    Catalog(List<Adapter> adapters) {
        for (Adapter adapter : adapters) {
            for (Seam seam : adapter.seams()) {
                List<Adapter> hooking = byType.computeIfAbsent(seam.type(), type -> new ArrayList<>());
                if (!hooking.contains(adapter)) {
                    hooking.add(adapter);
                }
            }
        }
    }

    /** The adapters of the project, and the hook that serves the agent's SDK to applications which bring the API only. */
    static Catalog load() {
        List<Adapter> adapters = new ArrayList<>(Adapter.all());
        adapters.add(new ApiAdapter());
        return new Catalog(adapters);
    }

    /** The seams to weave into a class, none where the library is not the one that the adapters were made for. */
    List<Seam> seams(String type, ClassLoader loader, ClassFileLocator library) {
        List<Seam> seams = new ArrayList<>();
        for (Adapter adapter : byType.getOrDefault(type, List.of())) {
            if (fits(adapter, loader, library)) {
                adapter.seams().stream()
                        .filter(seam -> seam.type().equals(type))
                        .forEach(seams::add);
            }
        }
        return seams;
    }

    private boolean fits(Adapter adapter, ClassLoader loader, ClassFileLocator library) {
        Map<Adapter, String> ofLoader =
                verdicts.computeIfAbsent(loader, key -> Collections.synchronizedMap(new HashMap<>()));
        return ofLoader.computeIfAbsent(adapter, key -> verdict(key, library)).isEmpty();
    }

    private static String verdict(Adapter adapter, ClassFileLocator library) {
        @Nullable String missing = Requirements.firstMissing(adapter.requires(), library);
        if (missing == null) {
            return "";
        }
        Console.line(adapter.name() + " stays out: this version of the library has no " + missing);
        return missing;
    }
}
