package io.agenticraft.otel.adapters.openai;

import com.openai.core.JsonField;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.completions.CompletionUsage;
import io.agenticraft.otel.genai.FinishReasons;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.InferenceResponse;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer, gathered from the whole of it or from its pieces; the content is not looked at. Pieces
 * come from one thread at a time, while another one may read.
 */
final class Answer implements InferenceResponse {
    private final SortedMap<Long, String> finishReasons = new TreeMap<>();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String serviceTier;
    private @Nullable String systemFingerprint;
    private Usage usage = Usage.UNKNOWN;
    private final @Nullable Bill bill;

    /** @param bill tells what it costs; null: nobody knows */
    Answer(@Nullable Bill bill) {
        this.bill = bill;
    }

    @SuppressWarnings("deprecation") // Deprecated by OpenAI, and still sent.
    synchronized void add(ChatCompletion answer) {
        general(answer._id(), answer._model(), answer._systemFingerprint(), answer._usage());
        tier(Fields.text(answer._serviceTier(), ChatCompletion.ServiceTier::_value));
        List<ChatCompletion.Choice> choices = Fields.known(answer._choices());
        for (ChatCompletion.Choice choice : choices == null ? List.<ChatCompletion.Choice>of() : choices) {
            finish(choice._index(), Fields.text(choice._finishReason(), ChatCompletion.Choice.FinishReason::_value));
        }
    }

    @SuppressWarnings("deprecation") // Deprecated by OpenAI, and still sent.
    synchronized void add(ChatCompletionChunk chunk) {
        general(chunk._id(), chunk._model(), chunk._systemFingerprint(), chunk._usage());
        tier(Fields.text(chunk._serviceTier(), ChatCompletionChunk.ServiceTier::_value));
        List<ChatCompletionChunk.Choice> choices = Fields.known(chunk._choices());
        for (ChatCompletionChunk.Choice choice : choices == null ? List.<ChatCompletionChunk.Choice>of() : choices) {
            finish(
                    choice._index(),
                    Fields.text(choice._finishReason(), ChatCompletionChunk.Choice.FinishReason::_value));
        }
    }

    private void general(
            JsonField<String> newId,
            JsonField<String> newModel,
            JsonField<String> newFingerprint,
            JsonField<CompletionUsage> newUsage) {
        id = later(Fields.text(newId), id);
        model = later(Fields.text(newModel), model);
        systemFingerprint = later(Fields.text(newFingerprint), systemFingerprint);
        CompletionUsage reported = Fields.known(newUsage);
        if (reported != null) {
            usage = Usage.of(reported);
        }
    }

    private void tier(@Nullable String newTier) {
        serviceTier = later(newTier, serviceTier);
    }

    private void finish(JsonField<Long> index, @Nullable String reason) {
        if (reason != null && !reason.isEmpty()) {
            Long position = Fields.whole(index);
            finishReasons.put(position == null ? finishReasons.size() : position, FinishReasons.of(reason));
        }
    }

    /** Azure's first piece has an empty id and model. */
    private static @Nullable String later(@Nullable String now, @Nullable String before) {
        return now == null || now.isEmpty() ? before : now;
    }

    @Override
    public synchronized @Nullable String id() {
        return id;
    }

    @Override
    public synchronized @Nullable String model() {
        return model;
    }

    @Override
    public synchronized List<String> finishReasons() {
        return List.copyOf(finishReasons.values());
    }

    @Override
    public synchronized @Nullable Long inputTokens() {
        return usage.input();
    }

    @Override
    public synchronized @Nullable Long outputTokens() {
        return usage.output();
    }

    @Override
    public synchronized @Nullable Long cacheReadTokens() {
        return usage.cacheRead();
    }

    @Override
    public synchronized @Nullable Long cacheWriteTokens() {
        return usage.cacheWrite();
    }

    @Override
    public synchronized @Nullable Long reasoningTokens() {
        return usage.reasoning();
    }

    @Override
    public synchronized @Nullable Double cost() {
        return bill == null ? null : bill.cost(model, usage);
    }

    @Override
    public synchronized Attributes extra() {
        AttributesBuilder extra = Attributes.builder();
        put(extra, GenAi.OPENAI_RESPONSE_SERVICE_TIER, serviceTier);
        put(extra, GenAi.OPENAI_RESPONSE_SYSTEM_FINGERPRINT, systemFingerprint);
        return extra.build();
    }

    private static void put(AttributesBuilder attributes, AttributeKey<String> key, @Nullable String value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }
}
