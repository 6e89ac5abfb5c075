package io.agenticraft.acceptance;

import io.agenticraft.acceptance.host.Jars;
import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.simulator.Simulator;

/**
 * By OpenTelemetry's own agent with our extension. Its instrumentation of HTTP clients is off: this is about our spans, and its own
 * below them are the extension's tests' business.
 */
class RushHourUnderUpstreamAgentIT extends RushHourContract {

    @Override
    void rush(Simulator providers, String service, Endpoints jaeger) throws Exception {
        Shop.traced(Shop.plain(Jars.example("host-app"), providers), service, "http/protobuf", jaeger.otlpHttp())
                .option("-javaagent:" + Jars.upstreamAgent())
                .option("-Dotel.javaagent.extensions=" + Jars.extension())
                .set("OTEL_INSTRUMENTATION_VERTX_HTTP_CLIENT_ENABLED", "false")
                .set("OTEL_INSTRUMENTATION_NETTY_ENABLED", "false")
                .run(LIMIT, "rush");
    }
}
