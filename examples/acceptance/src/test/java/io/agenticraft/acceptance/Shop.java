package io.agenticraft.acceptance;

import io.agenticraft.acceptance.host.HostJvm;
import io.agenticraft.acceptance.host.Jars;
import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.simulator.Fault;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Reply.ToolUse;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The world around the applications: model providers that know the shop, and the settings that lead to them. */
final class Shop {

    /** Providers have a bad day: each of these questions goes wrong the first time, wherever it is asked. */
    private static final Script SCRIPT = Script.empty()
            .with(once("Sundays", Fault.SERVER_ERROR))
            .with(once("warranty", Fault.HANG))
            .with(once("blue tent", Fault.QUOTA))
            .with(once("red tent", Fault.QUOTA))
            .when("ship|Sundays|warranty|tent", Reply.text("Gladly."))
            .when("(\\d+) days ago", Reply.tools(new ToolUse("refund_policy", Map.of("days", 20))))
            .when("order (\\d+)", Reply.tools(new ToolUse("lookup_order", Map.of("order", "${1}"))));

    private Shop() {}

    private static Script.Rule once(String question, Fault fault) {
        return new Script.Rule(Pattern.compile(question), null, Reply.fault(fault), 1);
    }

    static Simulator open() {
        return Simulator.start(SimulatorOptions.builder().script(SCRIPT).build());
    }

    /** The application, with the agent, sending its spans over that protocol as that service. */
    static HostJvm observed(Path jar, Simulator providers, String service, String protocol, URI otlp) {
        return traced(plain(jar, providers).option("-javaagent:" + Jars.agent()), service, protocol, otlp);
    }

    /** The same over HTTP. */
    static HostJvm observed(Path jar, Simulator providers, String service, Endpoints jaeger) {
        return observed(jar, providers, service, "http/protobuf", jaeger.otlpHttp());
    }

    /** OpenTelemetry's standard settings. */
    static HostJvm traced(HostJvm host, String service, String protocol, URI otlp) {
        return host.set("OTEL_SERVICE_NAME", service)
                .set("OTEL_METRICS_EXPORTER", "none")
                .set("OTEL_LOGS_EXPORTER", "none")
                .set("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
                .set("OTEL_EXPORTER_OTLP_ENDPOINT", otlp);
    }

    /** The application alone, in reach of the model providers. */
    static HostJvm plain(Path jar, Simulator providers) {
        return HostJvm.of(jar)
                .set("OPENAI_API_KEY", "test")
                .set("OPENAI_BASE_URL", providers.baseUrl() + "/v1")
                .set("ANTHROPIC_API_KEY", "test")
                .set("ANTHROPIC_BASE_URL", providers.baseUrl());
    }
}
