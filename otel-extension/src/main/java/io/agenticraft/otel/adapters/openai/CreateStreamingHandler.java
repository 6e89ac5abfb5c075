package io.agenticraft.otel.adapters.openai;

import com.openai.services.blocking.chat.ChatCompletionServiceImpl;

/** Observes chat completions that are answered as a stream, blocking. */
public final class CreateStreamingHandler extends StreamingHandler {
    public CreateStreamingHandler() {
        super(ChatCompletionServiceImpl.WithRawResponseImpl.class);
    }
}
