package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/** What the agent adds to the resource: itself, the JVM, and a service name where none was given. */
final class AgentResource {
    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
    private static final String UNNAMED = "unknown_service:java";

    private AgentResource() {}

    static Resource complete(Resource resource) {
        AttributesBuilder more = Attributes.builder()
                .put("telemetry.distro.name", "agenticraft-javaagent")
                .put("process.pid", ProcessHandle.current().pid());
        put(more, "telemetry.distro.version", version());
        put(more, "process.runtime.name", System.getProperty("java.runtime.name"));
        put(more, "process.runtime.version", System.getProperty("java.runtime.version"));
        if (UNNAMED.equals(resource.getAttribute(SERVICE_NAME))) {
            put(more, SERVICE_NAME.getKey(), MainName.of(System.getProperty("sun.java.command")));
        }
        return resource.merge(Resource.create(more.build()));
    }

    private static @Nullable String version() {
        return AgentResource.class.getPackage().getImplementationVersion();
    }

    private static void put(AttributesBuilder attributes, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
