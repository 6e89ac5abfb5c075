package com.example.legacy;

import io.agenticraft.agent.Agent;
import io.jaegertracing.Configuration;
import io.jaegertracing.internal.JaegerTracer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.io.IOException;
import java.net.URI;

/** Runs one of the two services: {@code desk [PORT]} until it is killed, or {@code front DESK-URL QUESTION} once. The front is configured by the
 * variables of the Jaeger client, of which {@code JAEGER_SERVICE_NAME} is required. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String service = arguments.length == 0 ? "" : arguments[0];
        if (service.equals("desk") && arguments.length <= 2) {
            desk(arguments.length == 2 ? Integer.parseInt(arguments[1]) : 0);
        } else if (service.equals("front") && arguments.length == 3) {
            front(URI.create(arguments[1]), arguments[2]);
        } else {
            System.err.println("Usage: jaeger-client-host desk [PORT] | front DESK-URL QUESTION");
            System.exit(2);
        }
    }

    private static void desk(int port) throws IOException {
        Agent agent = Agent.builder()
                .name("support-desk")
                .instructions("You work at the support desk of an outdoor shop. Answer in one sentence.")
                .model("openai:gpt-4o-mini")
                .build();
        Desk desk = Desk.open(port, agent, GlobalOpenTelemetry.get());
        System.out.println("desk listening on " + desk.url());
    }

    private static void front(URI desk, String question) throws IOException, InterruptedException {
        try (JaegerTracer tracer = Configuration.fromEnv().getTracer()) {
            System.out.println(new ShopFront(tracer, desk).ask(question));
        }
    }
}
