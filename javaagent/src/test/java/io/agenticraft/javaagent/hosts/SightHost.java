package io.agenticraft.javaagent.hosts;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs the support desk, and then prints what it can see that an agent may have left in its JVM. */
public final class SightHost {
    private static final List<String> CLASSES = List.of(
            "io.agenticraft.javaagent.core.Core",
            "io.agenticraft.javaagent.weave.SeamAdvice",
            "io.agenticraft.otel.adapter.Adapter",
            "io.opentelemetry.api.GlobalOpenTelemetry",
            "io.opentelemetry.context.Context",
            "io.opentelemetry.sdk.OpenTelemetrySdk",
            "net.bytebuddy.ByteBuddy");
    private static final List<String> RESOURCES = List.of(
            "io/opentelemetry/api/GlobalOpenTelemetry.class",
            "net/bytebuddy/ByteBuddy.class",
            "META-INF/services/io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider",
            "META-INF/services/io.opentelemetry.sdk.common.export.HttpSenderProvider");

    private SightHost() {}

    public static void main(String[] args) throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Set<String> properties = System.getProperties().stringPropertyNames();
        DeskHost.desk().run("Where is my order A17?");
        CLASSES.forEach(SightHost::printIfVisible);
        for (String resource : RESOURCES) {
            Collections.list(ClassLoader.getSystemResources(resource)).forEach(System.out::println);
        }
        Set<String> added = new TreeSet<>(System.getProperties().stringPropertyNames());
        added.removeAll(properties);
        System.out.println("new properties " + added);
        if (before != Thread.currentThread().getContextClassLoader()) {
            System.out.println("the context class loader has changed");
        }
        System.out.println("done");
        System.exit(0);
    }

    private static void printIfVisible(String name) {
        for (ClassLoader loader : new ClassLoader[] {SightHost.class.getClassLoader(), null}) {
            try {
                System.out.println(Class.forName(name, false, loader));
            } catch (ClassNotFoundException e) {
                // As it should be.
            }
        }
    }
}
