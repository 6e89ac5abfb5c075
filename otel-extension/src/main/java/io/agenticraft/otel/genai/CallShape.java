package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/** What all calls of one model at one place have in common, made once. */
final class CallShape {
    private static final int MAX_RESPONSE_MODELS = 100;

    final String spanName;
    /** What a sampler may want to know: set before the span starts. */
    final Attributes attributes;

    private final MetricAttributes unanswered;
    private final BoundedCache<String, MetricAttributes> answered;

    CallShape(Key key) {
        spanName = key.model == null ? key.operation : key.operation + " " + key.model;
        attributes = key.attributes();
        unanswered = new MetricAttributes(attributes);
        answered = new BoundedCache<>(
                MAX_RESPONSE_MODELS,
                model -> new MetricAttributes(
                        attributes.toBuilder().put(GenAi.RESPONSE_MODEL, model).build()));
    }

    /** The metrics' attributes once {@code responseModel} has answered; null: nobody has, or it is not known who. */
    MetricAttributes metrics(@Nullable String responseModel) {
        return responseModel == null ? unanswered : answered.get(responseModel);
    }

    /** What tells shapes apart. */
    record Key(
            String operation,
            String provider,
            @Nullable String model,
            @Nullable String address,
            int port) {

        static Key of(InferenceRequest request) {
            String address = request.serverAddress();
            return new Key(
                    request.operation(),
                    request.provider(),
                    request.model(),
                    address,
                    address == null ? 0 : request.serverPort());
        }

        private Attributes attributes() {
            AttributesBuilder builder = Attributes.builder()
                    .put(GenAi.OPERATION_NAME, operation)
                    .put(GenAi.PROVIDER_NAME, provider)
                    .put(GenAi.REQUEST_MODEL, model);
            if (address != null) {
                builder.put(GenAi.SERVER_ADDRESS, address).put(GenAi.SERVER_PORT, port);
            }
            return builder.build();
        }
    }
}
