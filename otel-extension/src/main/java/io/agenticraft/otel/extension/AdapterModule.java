package io.agenticraft.otel.extension;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import io.opentelemetry.javaagent.extension.instrumentation.HelperResourceBuilder;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * One adapter as a module of the upstream agent. There are two of each. One puts our classes into the library's class
 * loader. The other is for applications which have this module on their own class path: there the woven code uses the
 * application's classes, which a second copy, remapped to the agent's OpenTelemetry, would break.
 */
abstract class AdapterModule extends InstrumentationModule {
    private static final String PREFIX = "agenticraft-";

    /** What the table of prices is read from, beside the classes that read it. */
    private static final String PRICES = "io/agenticraft/otel/prices/prices.txt";

    private final Adapter adapter;
    private final boolean inject;

    AdapterModule(Adapter adapter, boolean inject) {
        super(PREFIX + adapter.name(), "agenticraft");
        this.adapter = adapter;
        this.inject = inject;
    }

    /** Also where all else is switched off by {@code otel.instrumentation.common.default-enabled=false}. */
    @Override
    public boolean defaultEnabled() {
        return true;
    }

    @Override
    public ElementMatcher.Junction<ClassLoader> classLoaderMatcher() {
        ElementMatcher.Junction<ClassLoader> ours = hasClassesNamed(Woven.class.getName());
        return hasClassesNamed(classes()).and(inject ? not(ours) : ours);
    }

    @Override
    public List<TypeInstrumentation> typeInstrumentations() {
        return adapter.seams().stream()
                .map(seam -> (TypeInstrumentation) new SeamInstrumentation(seam))
                .toList();
    }

    @Override
    public boolean isHelperClass(String className) {
        return inject && HelperIndex.isOurs(className);
    }

    @Override
    public List<String> getAdditionalHelperClassNames() {
        return inject ? HelperIndex.read().helpers(adapter) : List.of();
    }

    @Override
    public void registerHelperResources(HelperResourceBuilder resources) {
        if (inject) {
            resources.register(PRICES);
        }
    }

    private String[] classes() {
        return Stream.concat(
                        adapter.seams().stream().map(Seam::type),
                        adapter.requires().stream().map(required -> required.replaceFirst("#.*", "")))
                .distinct()
                .toArray(String[]::new);
    }
}
