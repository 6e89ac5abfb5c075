package io.agenticraft.acceptance.jaeger;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Starts Jaeger's image through Testcontainers. */
record DockerJaeger() implements JaegerSource {

    static final String IMAGE = "jaegertracing/jaeger:2.13.0";

    private static final int OTLP_GRPC = 4317;
    private static final int OTLP_HTTP = 4318;
    private static final int THRIFT_HTTP = 14268;
    private static final int QUERY = 16686;

    /** Whether a Docker engine can be reached. */
    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String describe() {
        return "a container of " + IMAGE;
    }

    @Override
    public Jaeger start() {
        if (!engineAnswers()) {
            throw new IllegalStateException("no Docker engine answers");
        }
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withEnv("JAEGER_LISTEN_HOST", "0.0.0.0")
                .withExposedPorts(OTLP_GRPC, OTLP_HTTP, THRIFT_HTTP, QUERY)
                .waitingFor(Wait.forHttp("/api/v3/services").forPort(QUERY));
        container.start();
        return new Running(container);
    }

    private record Running(GenericContainer<?> container) implements Jaeger {

        @Override
        public Endpoints endpoints() {
            return Endpoints.of(
                    container.getHost(),
                    container.getMappedPort(QUERY),
                    container.getMappedPort(OTLP_HTTP),
                    container.getMappedPort(OTLP_GRPC),
                    container.getMappedPort(THRIFT_HTTP));
        }

        @Override
        public void close() {
            container.close();
        }
    }
}
