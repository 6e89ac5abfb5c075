package io.agenticraft.otel.adapters.openai;

import com.openai.services.async.chat.ChatCompletionServiceAsyncImpl;

/** Observes chat completions that are answered as a stream, by a future. */
public final class CreateStreamingAsyncHandler extends StreamingHandler {
    public CreateStreamingAsyncHandler() {
        super(ChatCompletionServiceAsyncImpl.WithRawResponseImpl.class);
    }
}
