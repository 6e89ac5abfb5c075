package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/** The attributes of all metrics of one model at one place, made once. */
final class MetricAttributes {
    private static final int MAX_ERRORS = 300;

    private final Attributes success;
    private final Attributes text;
    private final Attributes unknown;
    private final BoundedCache<String, Attributes> failures;

    MetricAttributes(Attributes success) {
        this.success = success;
        this.text = withModality(GenAi.MODALITY_TEXT);
        this.unknown = withModality(GenAi.MODALITY_UNKNOWN);
        this.failures = new BoundedCache<>(
                MAX_ERRORS,
                error -> success.toBuilder().put(GenAi.ERROR_TYPE, error).build());
    }

    /** For what is recorded of successes and failures alike; null: it was a success. */
    Attributes of(@Nullable String error) {
        return error == null ? success : failures.get(error);
    }

    /** For a count of tokens. */
    Attributes ofModality(String modality) {
        if (modality.equals(GenAi.MODALITY_TEXT)) {
            return text;
        }
        return modality.equals(GenAi.MODALITY_UNKNOWN) ? unknown : withModality(modality);
    }

    private Attributes withModality(String modality) {
        return success.toBuilder().put(GenAi.TOKEN_MODALITY, modality).build();
    }
}
