package io.agenticraft.otel.adapter;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/** The adapters there are. Held by name, because adapters know this package and it knows none of them. */
final class AdapterList {
    private static final List<String> NAMES = List.of(
            "io.agenticraft.otel.adapters.core.CoreAdapter", "io.agenticraft.otel.adapters.openai.OpenAiAdapter");

    private AdapterList() {}

    static List<Adapter> load() {
        List<Adapter> adapters = new ArrayList<>(NAMES.size());
        for (String name : NAMES) {
            adapters.add(instantiate(name));
        }
        return List.copyOf(adapters);
    }

    private static Adapter instantiate(String name) {
        try {
            Constructor<? extends Adapter> constructor = Class.forName(name, true, Adapter.class.getClassLoader())
                    .asSubclass(Adapter.class)
                    .getDeclaredConstructor();
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The adapter " + name + " is listed, but cannot be made", e);
        }
    }
}
