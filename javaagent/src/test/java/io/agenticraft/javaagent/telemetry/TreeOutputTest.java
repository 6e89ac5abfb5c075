package io.agenticraft.javaagent.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeOutputTest {

    @ParameterizedTest
    @CsvSource({"tree, none", "'otlp,tree', otlp", "'tree,otlp,zipkin', 'otlp,zipkin'"})
    void takeFrom_leavesTheOtherExporters(String exporters, String left) {
        assertEquals(Map.of("otel.traces.exporter", left), take(exporters));
    }

    @ParameterizedTest
    @CsvSource({"otlp", "none", "trees"})
    void takeFrom_withoutTree_changesNothing(String exporters) {
        assertEquals(Map.of(), take(exporters));
    }

    private static Map<String, String> take(String exporters) {
        return new TreeOutput()
                .takeFrom(DefaultConfigProperties.createFromMap(Map.of("otel.traces.exporter", exporters)));
    }
}
