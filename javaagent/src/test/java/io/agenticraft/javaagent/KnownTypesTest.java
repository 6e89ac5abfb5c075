package io.agenticraft.javaagent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.otel.adapter.Adapter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownTypesTest {

    @Test
    void all_areTheAdaptersTypesAndTheOpenTelemetryApi() {
        Set<String> expected = Adapter.all().stream()
                .flatMap(adapter -> adapter.seams().stream())
                .map(seam -> seam.type().replace('.', '/'))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("io/opentelemetry/api/GlobalOpenTelemetry");

        assertEquals(expected, new TreeSet<>(KnownTypes.all()), "list the adapters' types in KnownTypes");
    }

    @Test
    void transform_unknownType_isNull() {
        KnownTypesTransformer transformer = new KnownTypesTransformer();
        ClassLoader loader = getClass().getClassLoader();

        assertNull(transformer.transform(loader, "com/example/Unknown", null, null, new byte[0]));
        assertNull(transformer.transform(loader, null, null, null, new byte[0]));
        assertNull(transformer.transform(null, "io/opentelemetry/api/GlobalOpenTelemetry", null, null, new byte[0]));
    }
}
