package io.agenticraft.otel.adapters.openai;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;

/** Observes completions that are answered piece by piece. */
abstract class StreamingHandler extends ChatHandler<StreamResponse<ChatCompletionChunk>> {
    StreamingHandler(Class<?> service) {
        super(service, true);
    }

    @Override
    final StreamResponse<ChatCompletionChunk> onParsed(StreamResponse<ChatCompletionChunk> parsed, ChatCall call) {
        return new TrackedStream<>(parsed, call);
    }
}
