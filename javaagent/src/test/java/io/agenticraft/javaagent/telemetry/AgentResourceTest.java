package io.agenticraft.javaagent.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import org.junit.jupiter.api.Test;

class AgentResourceTest {
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    @Test
    void complete_keepsTheServiceNameThatWasGiven() {
        Resource given = Resource.create(Attributes.of(SERVICE, "desk"));

        assertEquals("desk", AgentResource.complete(given).getAttribute(SERVICE));
    }

    @Test
    void complete_namesAServiceThatHasNone() {
        assertNotEquals(
                "unknown_service:java",
                AgentResource.complete(Resource.getDefault()).getAttribute(SERVICE));
    }

    @Test
    void complete_addsTheAgentAndTheProcess() {
        Resource complete = AgentResource.complete(Resource.getDefault());

        assertEquals("agenticraft-javaagent", complete.getAttribute(AttributeKey.stringKey("telemetry.distro.name")));
        assertEquals(ProcessHandle.current().pid(), complete.getAttribute(AttributeKey.longKey("process.pid")));
        assertEquals(
                System.getProperty("java.runtime.version"),
                complete.getAttribute(AttributeKey.stringKey("process.runtime.version")));
    }
}
