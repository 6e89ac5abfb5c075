package io.agenticraft.comparison;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A library that makes the runs. */
@FunctionalInterface
interface Peer {

    /**
     * Its way of a scenario, or null where it has none.
     *
     * @param server the base URL, with {@code /v1}
     */
    @Nullable
    Work work(Scenario scenario, URI server);

    /** The libraries by their names, in the table's order. */
    static Peer named(String name) {
        return switch (name) {
            case "vertx" -> new BareVertx();
            case "openai-java" -> new OpenAiJava();
            case "langchain4j" -> new LangChain4j();
            case "spring-ai" -> new SpringAi();
            case "agent-core" -> new AgentCore();
            default -> throw new IllegalArgumentException("Unknown library " + name);
        };
    }
}
