package io.agenticraft.acceptance.jaeger;

import java.util.List;

/** Writes the configuration of a Jaeger for tests: in memory, no batching, nothing but the ports that the tests use. */
final class JaegerConfig {

    private JaegerConfig() {}

    /** The ports are those of query, OTLP over HTTP, OTLP over gRPC, thrift over HTTP, query over gRPC. */
    static String yaml(String host, List<Integer> ports) {
        Object[] endpoints = ports.stream().map(port -> host + ":" + port).toArray();
        return """
                service:
                  extensions: [jaeger_storage, jaeger_query]
                  pipelines:
                    traces:
                      receivers: [otlp, jaeger]
                      exporters: [jaeger_storage_exporter]
                  telemetry:
                    metrics:
                      level: none
                    logs:
                      level: warn
                extensions:
                  jaeger_storage:
                    backends:
                      memory_store:
                        memory:
                          max_traces: 10000
                  jaeger_query:
                    storage:
                      traces: memory_store
                    http:
                      endpoint: %1$s
                    grpc:
                      endpoint: %5$s
                receivers:
                  otlp:
                    protocols:
                      http:
                        endpoint: %2$s
                      grpc:
                        endpoint: %3$s
                  jaeger:
                    protocols:
                      thrift_http:
                        endpoint: %4$s
                exporters:
                  jaeger_storage_exporter:
                    trace_storage: memory_store
                """.formatted(endpoints);
    }
}
