package io.agenticraft.otel.adapters.openai;

import com.openai.services.async.chat.ChatCompletionServiceAsyncImpl;

/** Observes chat completions that are answered as a whole, by a future. */
public final class CreateAsyncHandler extends WholeHandler {
    public CreateAsyncHandler() {
        super(ChatCompletionServiceAsyncImpl.WithRawResponseImpl.class);
    }
}
